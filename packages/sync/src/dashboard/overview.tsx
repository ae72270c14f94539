import { printDay, printTime } from './beijing-time.ts'
import { CategoryLines } from './category-lines.tsx'
import { dutyKey } from './duty-key.ts'
import { EntryTable } from './entry-table.tsx'
import { FigureCard } from './figure-card.tsx'
import { Icon } from './icon.tsx'
import { Empty, PageHead } from './page-head.tsx'
import { Segmented } from './segmented.tsx'
import * as shapes from './shapes.ts'
import { choose, linkTo, route } from './state.ts'
import { useLoaded } from './use-loaded.ts'
import { WeeklyBars } from './weekly-bars.tsx'
import { figureNames } from './words.zh-CN.ts'

const PERIODS = [
  ['week', '本周', '上周同期'],
  ['month', '本月', '上月同期'],
  ['quarter', '本季', '上季同期'],
] as const

/** Five figures, the latest entries, what is overdue, volume by week, which kinds of findings. */
export function OverviewPage() {
  const { params } = route.value
  const [period, , before] = PERIODS.find(([name]) => name === params.get('period')) ?? PERIODS[1]
  const office = params.get('office') ?? undefined
  const query = new URLSearchParams({ period, ...(office !== undefined && { office }) }).toString()
  const { value, fault, busy } = useLoaded(`/overview?${query}`, shapes.overview)
  return (
    <>
      <PageHead title="总览" scope={value && `${value.offices} 个单位，${value.devices} 台设备`} asOf={value?.asOf} busy={busy}>
        <Segmented name="period" choices={PERIODS} chosen={period} onChoose={(next) => choose({ period: next })} />
      </PageHead>
      <div class="body">
        {fault !== undefined && <p class="fault">{fault}</p>}
        {value && value.entries === 0 && <FirstSteps hasOffices={value.offices > 0} hasDevices={value.devices > 0} />}
        {value && value.entries > 0 && <Widgets value={value} before={before} office={office} />}
      </div>
    </>
  )
}

function Widgets({ value, before, office }: { value: shapes.Overview; before: string; office: string | undefined }) {
  const { published, covered, held, unchecked } = value.figures
  const share = published.now === 0 ? null : Math.floor((covered.now / published.now) * 1000) / 10
  const listOf = (figure: shapes.FigureName) => linkTo('ledger', { figure, from: value.from, office })
  return (
    <div class="overview">
      <FigureCard name={figureNames.published} unit="篇" value={published.now} weeks={published.weeks} href={listOf('published')}>
        {before} {published.before} 篇
      </FigureCard>
      <FigureCard
        name={figureNames.covered}
        unit={share === null ? '' : '%'}
        value={share ?? '无'}
        weeks={covered.weeks}
        href={listOf('covered')}
      >
        {published.now} 篇里 {covered.now} 篇检查过
      </FigureCard>
      <FigureCard name={figureNames.held} unit="次" value={held.now} weeks={held.weeks} href={listOf('held')}>
        {before} {held.before} 次
      </FigureCard>
      <FigureCard
        name={figureNames.unchecked}
        unit="篇"
        value={unchecked.now}
        weeks={unchecked.weeks}
        isException
        href={listOf('unchecked')}
      >
        {before} {unchecked.before} 篇
      </FigureCard>
      <FigureCard name="逾期时限" unit="项" value={value.duties.overdue} href={linkTo('duties', { status: 'overdue', office })}>
        <a href={linkTo('duties', { status: 'due-soon', office })}>快到期 {value.duties.dueSoon} 项</a>
      </FigureCard>
      <section class="card recent">
        <header>
          <h2>最近记录</h2>
          <span class="note">只有编号和统计，没有正文</span>
          <a class="end" href={linkTo('ledger', { office })}>
            看全部
          </a>
        </header>
        {value.missing + value.refused + value.uncompared > 0 && (
          <p class="note">
            {value.uncompared > 0 && <a href={linkTo('office', { office })}>{value.uncompared} 台设备未核对。</a>}
            {value.missing > 0 && <a href={linkTo('office', { office })}>缺 {value.missing} 条（编号有空档）。</a>}
            {value.refused > 0 && `本期有 ${value.refused} 条没有收下，原因已记录。`}
          </p>
        )}
        <EntryTable lines={value.recent} asOf={value.asOf} />
      </section>
      <section class="card urgent">
        <header>
          <h2>要马上处理</h2>
          <span class="note">逾期和快到期</span>
          <a class="end" href={linkTo('duties', { office })}>
            看时限
          </a>
        </header>
        {value.duties.lines.length === 0 && <Empty what="没有逾期或快到期的时限" why="各栏目的更新都在期限内，或还没有登记栏目。" />}
        <ul class="rows">
          {value.duties.lines.map((line) => (
            <li key={dutyKey(line)} class={line.status === 'overdue' ? 'over' : ''}>
              <Icon name={line.status === 'overdue' ? 'over' : 'soon'} />
              <span>{line.officeName}</span>
              <span>{line.columnTitle}</span>
              <a href={linkTo('duties', { office, duty: dutyKey(line) })}>{line.why.split(/[：:]/)[0]}</a>
            </li>
          ))}
        </ul>
      </section>
      <section class="card volume">
        <WeeklyBars weeks={value.weeks} />
      </section>
      <section class="card found">
        <CategoryLines
          categories={value.categories}
          published={published.now}
          since={`${printDay(value.from)}起，更新于 ${printTime(value.asOf, value.asOf)}`}
        />
      </section>
    </div>
  )
}

function FirstSteps({ hasOffices, hasDevices }: { hasOffices: boolean; hasDevices: boolean }) {
  if (!hasOffices) {
    return (
      <Empty what="还没有单位" why="先登记一个单位和它的账号，再给它的设备做加入码。">
        <a href={linkTo('office', { new: '1' })}>登记单位</a>
      </Empty>
    )
  }
  return (
    <Empty
      what="还没有数据。"
      why={hasDevices ? '设备加入并发布第一篇后，这里会有数字。设备已加入，发布一篇就有了。' : '设备加入并发布第一篇后，这里会有数字。'}
    >
      <a href={linkTo('office')}>{hasDevices ? '看设备' : '做加入码'}</a>
    </Empty>
  )
}
