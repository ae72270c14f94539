import { ClauseQuote } from './clause-quote.tsx'
import { Empty, PageHead } from './page-head.tsx'
import * as shapes from './shapes.ts'
import { choose, linkTo, route } from './state.ts'
import { useLoaded } from './use-loaded.ts'

const READERS: Record<shapes.GuidanceLine['shownTo'], string> = {
  supervisor: '主管单位',
  administrator: '管理员',
  reviewer: '审核人',
  author: '撰稿人',
}

/** What no program can honestly decide: who looks at what, when, and why it is left to a person. Below it, what reports should count. */
export function GuidancePage() {
  const { params } = route.value
  const office = params.get('office')
  const { value, fault, busy } = useLoaded(`/guidance${office ? `?office=${encodeURIComponent(office)}` : ''}`, shapes.guidance)
  const reader = readerOf(params.get('reader'))
  const lines = value?.lines.filter(({ shownTo }) => shownTo === reader) ?? []
  return (
    <>
      <PageHead title="指引" scope="机器不能替人判断的条款" asOf={value?.asOf} busy={busy}>
        <select aria-label="给谁看" value={reader} onChange={(event) => choose({ reader: event.currentTarget.value })}>
          {Object.entries(READERS).map(([id, name]) => (
            <option key={id} value={id}>
              给{name} {value?.lines.filter(({ shownTo }) => shownTo === id).length ?? ''}
            </option>
          ))}
        </select>
      </PageHead>
      <div class="body">
        {fault !== undefined && <p class="fault">{fault}</p>}
        {value && value.lines.length === 0 && value.figures.length === 0 && (
          <Empty what="还没有指引" why="指引来自各单位的规则包。登记单位并选好规则包以后，这里就有了。">
            <a class="button" href={linkTo('office', { new: '1' })}>
              登记单位
            </a>
          </Empty>
        )}
        {value && value.lines.length > 0 && (
          <section class="card">
            {lines.length > 0 ? <GuidanceTable lines={lines} /> : <p class="note">没有给{READERS[reader]}的指引。</p>}
          </section>
        )}
        {value && value.figures.length > 0 && (
          <section class="card">
            <ReportFigures figures={value.figures} />
          </section>
        )}
      </div>
    </>
  )
}

function readerOf(wanted: string | null): shapes.GuidanceLine['shownTo'] {
  const known = shapes.guidanceLine.shape.shownTo.safeParse(wanted)
  return known.success ? known.data : 'supervisor'
}

function GuidanceTable({ lines }: { lines: readonly shapes.GuidanceLine[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>什么时候</th>
          <th>怎么做</th>
          <th>为什么由人判断</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.id} ${line.citations[0]?.clauseId}`}>
            <td class="name">{line.moment}</td>
            <td>{line.text}</td>
            <td>{line.why}</td>
            <td>
              <Clauses citations={line.citations} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ReportFigures({ figures }: { figures: readonly shapes.ReportFigure[] }) {
  return (
    <details>
      <summary>条款要求统计的内容，共 {figures.length} 项</summary>
      <p class="note">这里列出名目和依据，供编写通报、考核时对照；数字请从总览、时限和发布台账里取，那里没有的请另行统计。</p>
      <table>
        <thead>
          <tr>
            <th>数什么、列什么</th>
            <th>依据</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.id} ${figure.citations[0]?.clauseId}`}>
              <td class="name">{figure.title}</td>
              <td>
                <Clauses citations={figure.citations} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Clauses({ citations }: { citations: shapes.GuidanceLine['citations'] }) {
  return (
    <details>
      <summary>{[...new Set(citations.map(({ locator }) => locator))].join('、')}</summary>
      {citations.map((citation) => (
        <ClauseQuote key={citation.clauseId} citation={citation} />
      ))}
    </details>
  )
}
