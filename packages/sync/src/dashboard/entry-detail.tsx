import { printTime } from './beijing-time.ts'
import { ClauseQuote } from './clause-quote.tsx'
import { EntryChip } from './entry-table.tsx'
import { Icon } from './icon.tsx'
import * as shapes from './shapes.ts'
import { useLoaded } from './use-loaded.ts'
import { categoryName, kindNames, noteOf, roleNames } from './words.zh-CN.ts'

/** One entry: which findings, by which rules, because of which clauses, and every byte that came. */
export function EntryDetailCard({ path, asOf }: { path: string; asOf: number }) {
  const [office = '', id = ''] = path.split('/')
  const { value, fault } = useLoaded(`/entries/${encodeURIComponent(office)}/${encodeURIComponent(id)}`, shapes.entryDetail)
  if (fault !== undefined) return <section class="card fault">{fault}</section>
  if (!value) return <section class="card note">正在打开</section>
  const { line } = value
  return (
    <section class="card stack" aria-label="这一条">
      <h2>
        {printTime(line.at, asOf)} {line.accountName ?? line.account} <EntryChip line={line} />
      </h2>
      <dl class="pairs">
        <Pair name="单位" text={line.officeName} />
        <Pair name="设备" text={value.deviceName ?? value.device} />
        {line.column !== null && <Pair name="栏目" text={line.column} />}
        {line.label !== null && <Pair name="标题（遮盖）" text={line.label} />}
        {noteOf(line) !== '' && <Pair name="情形" text={noteOf(line)} />}
        {value.packs.length > 0 && <Pair name="规则包" text={value.packs.join('、')} />}
        <Pair name="收到" text={printTime(value.receivedAt, asOf)} />
        <Pair name="编号" text={`本设备第 ${value.seq} 条${value.clock === 'synced' ? '' : '，本机时间未校准'}`} />
      </dl>
      {line.kinds && value.findings.length === 0 && <p class="note">未发现问题（{value.packs.join('、')}）</p>}
      {value.findings.map((finding, i) => (
        <FindingRow key={i} finding={finding} />
      ))}
      {value.more > 0 && <p class="note">另有 {value.more} 处没有逐条记录。</p>}
      <details>
        <summary>收到的全部内容，共 {new TextEncoder().encode(value.stored).length} 字节</summary>
        <pre>{value.stored}</pre>
        <p class="note">SHA-256 {value.hash}</p>
      </details>
    </section>
  )
}

function FindingRow({ finding }: { finding: shapes.EntryDetail['findings'][number] }) {
  const { kind, category, message, role, block, excerpt, citations, rule } = finding
  return (
    <article class="stack">
      <h3>
        <span class={`kind ${kind}`}>
          <Icon name={kind} />
          {kindNames[kind]}
        </span>
        {category === null ? rule : categoryName(category)}
        <span class="note">
          {' '}
          {roleNames[role] ?? role}
          {role === 'body' || role === 'cell' ? `第 ${block + 1} 段` : ''} {excerpt}
        </span>
      </h3>
      <p>{message ?? '这条规则不在现在的规则包里，所以没有说明。'}</p>
      {citations.map((citation) => (
        <ClauseQuote key={citation.clauseId} citation={citation} />
      ))}
    </article>
  )
}

function Pair({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}
