import { printDay, printTime } from './beijing-time.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { dutyKey } from './duty-key.ts'
import { Icon } from './icon.tsx'
import { Empty, PageHead } from './page-head.tsx'
import { RegisterImport } from './register-import.tsx'
import * as shapes from './shapes.ts'
import { choose, linkTo, route } from './state.ts'
import { UncountedDuties } from './uncounted-duties.tsx'
import { useLoaded } from './use-loaded.ts'
import { statusNames } from './words.zh-CN.ts'

const LOOKS = { overdue: 'over', 'due-soon': 'soon', fresh: '', 'cannot-tell': 'un' } as const

/** What every column owes by when, most urgent first, each with the clause that asks for it. */
export function Duties() {
  const { params } = route.value
  const office = params.get('office')
  const { value, fault, busy, reload } = useLoaded(`/duties${office ? `?office=${encodeURIComponent(office)}` : ''}`, shapes.duties)
  const status = params.get('status')
  const lines = value?.lines.filter((line) => !status || line.status === status) ?? []
  const own = value?.offices.find(({ id }) => id === office) ?? (value?.offices.length === 1 ? value.offices[0] : undefined)
  const chosen = lines.find((line) => dutyKey(line) === params.get('duty')) ?? lines[0]
  return (
    <>
      <PageHead title="时限" scope={value && `今天 ${printDay(value.today)}`} asOf={value?.asOf} busy={busy}>
        {value && value.offices.length > 1 && (
          <select
            aria-label="单位"
            value={office ?? ''}
            onChange={(event) => choose({ office: event.currentTarget.value, duty: undefined })}
          >
            <option value="">全部单位</option>
            {value.offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <select aria-label="状态" value={status ?? ''} onChange={(event) => choose({ status: event.currentTarget.value, duty: undefined })}>
          <option value="">全部状态</option>
          {Object.entries(statusNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name} {value?.lines.filter((line) => line.status === id).length ?? ''}
            </option>
          ))}
        </select>
        {value && value.lines.length > 0 && (
          <a class="button" href={`/api/duties.ics${office ? `?office=${encodeURIComponent(office)}` : ''}`} download="前哨时限.ics">
            <Icon name="calendar" />
            导出日历
          </a>
        )}
      </PageHead>
      <div class="body">
        {fault !== undefined && <p class="fault">{fault}</p>}
        {value && lines.length === 0 && <NoDuties withoutColumns={value.officesWithoutColumns} isFiltered={status !== null} />}
        {lines.length > 0 && (
          <div class="two">
            <section class="card">
              <DutyTable lines={lines} chosen={chosen} today={value?.today ?? ''} />
              {value && value.officesWithoutColumns.length > 0 && (
                <p class="note">没有登记栏目：{value.officesWithoutColumns.join('、')}。这些单位按栏目的时限没有计算。</p>
              )}
              {value && value.uncounted.length > 0 && <UncountedDuties duties={value.uncounted} />}
            </section>
            {chosen && <DutyDetail line={chosen} />}
          </div>
        )}
        {value && lines.length === 0 && value.uncounted.length > 0 && <UncountedDuties duties={value.uncounted} />}
        {own && <RegisterImport key={own.id} office={own} onDone={reload} />}
      </div>
    </>
  )
}

function DutyTable({ lines, chosen, today }: { lines: readonly shapes.DutyLine[]; chosen: shapes.DutyLine | undefined; today: string }) {
  return (
    <table>
      <thead>
        <tr>
          <th>状态</th>
          <th>单位</th>
          <th>栏目或账号</th>
          <th>到期日</th>
          <th>说明</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={dutyKey(line)} aria-selected={line === chosen}>
            <td>
              <span class={`chip ${LOOKS[line.status]}`}>
                {line.status === 'overdue' && <Icon name="over" />}
                {line.status === 'due-soon' && <Icon name="soon" />}
                {statusNames[line.status]}
              </span>
            </td>
            <td class="name">
              <a href={linkTo('duties', { ...Object.fromEntries(route.value.params), duty: dutyKey(line) })}>{line.officeName}</a>
            </td>
            <td>{line.columnTitle}</td>
            <td class="whole">{line.deadline === null ? '' : printDay(line.deadline, today)}</td>
            <td>{line.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DutyDetail({ line }: { line: shapes.DutyLine }) {
  return (
    <section class="card stack" aria-label="这一项">
      <h2>
        {line.officeName} {line.columnTitle}
      </h2>
      <p>
        {line.dutyTitle}：{line.demand}
      </p>
      <p class={line.status === 'overdue' ? 'over' : ''}>{line.why}</p>
      <p>{line.satisfiedBy}</p>
      {line.forecast !== null && <p class="note">{line.forecast}</p>}
      <p class="note">
        {line.evidence.length === 0 ? '没有计入的记录。' : `计入的记录：${line.evidence.map((at) => printTime(at, at)).join('、')}。`}
      </p>
      {line.citations.map((citation) => (
        <ClauseQuote key={citation.clauseId} citation={citation} />
      ))}
      <p class="note">依据发布台账和导入的登记表计算。漏记的发布，在平台发表记录被读取后补上。</p>
    </section>
  )
}

function NoDuties({ withoutColumns, isFiltered }: { withoutColumns: readonly string[]; isFiltered: boolean }) {
  if (isFiltered) return <Empty what="没有这种状态的时限" why="换一个状态看看。" />
  return (
    <Empty what="还没有时限" why={withoutColumns.length > 0 ? '登记栏目和栏目类别后，就按规则包里的更新频率计算。' : '先登记单位和栏目。'}>
      <a href={linkTo('office')}>去登记</a>
    </Empty>
  )
}
