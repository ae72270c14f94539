import type { AuditLine } from './account-shapes.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { Icon } from './icon.tsx'
import { Empty } from './page-head.tsx'
import { linkTo, route } from './state.ts'
import { kindNames } from './words.zh-CN.ts'

/** What the audits found, by office, and the one that is looked at with its clauses. */
export function AccountFindings({ lines, all, isFiltered }: { lines: readonly AuditLine[]; all: number; isFiltered: boolean }) {
  if (lines.length === 0) {
    return isFiltered ? <Empty what="没有这一类问题" why="换一类看看。" /> : <Empty what="没有发现问题" why="台账里登记的都符合规则包。" />
  }
  const asked = Number(route.value.params.get('finding') ?? 0)
  const chosen = lines[asked] ?? lines[0]!
  return (
    <div class="two">
      <section class="card" aria-label="体检发现">
        <table>
          <thead>
            <tr>
              <th>问题</th>
              <th>单位</th>
              <th>登记</th>
              <th>查到什么</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <tr key={`${line.office} ${line.unit} ${line.title} ${line.name} ${line.detail}`} aria-selected={line === chosen}>
                <td>
                  <span class={`kind ${line.shownAs}`}>
                    <Icon name={line.shownAs} />
                    {kindNames[line.shownAs]}
                  </span>
                </td>
                <td class="name">
                  <a href={linkTo('accounts', { ...Object.fromEntries(route.value.params), finding: String(i) })}>{line.unit}</a>
                </td>
                <td>
                  {line.kindName} {line.name}
                </td>
                <td>
                  {line.title}：{line.detail}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {all > lines.length && !isFiltered && (
          <p class="note">
            共 {all} 个，这里是前 {lines.length} 个；选一个单位可以看得更全。
          </p>
        )}
      </section>
      <section class="card stack" aria-label="这一项">
        <h2>{chosen.title}</h2>
        <p>
          {chosen.unit} {chosen.kindName} {chosen.name}
        </p>
        <p>{chosen.message}</p>
        <p class="note">{chosen.detail}</p>
        {chosen.citations.map((citation) => (
          <ClauseQuote key={citation.clauseId} citation={citation} />
        ))}
      </section>
    </div>
  )
}
