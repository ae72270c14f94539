import { printTime } from './beijing-time.ts'
import { Kinds } from './kinds.tsx'
import type { EntryLine } from './shapes.ts'
import { linkTo, route } from './state.ts'
import { entryNames, noteOf } from './words.zh-CN.ts'

/** Entries of the ledger as rows; the first cell is the link to the entry. */
export function EntryTable({ lines, asOf, chosen }: { lines: readonly EntryLine[]; asOf: number; chosen?: string | undefined }) {
  const kept = route.value.page === 'ledger' ? Object.fromEntries(route.value.params) : {}
  return (
    <table>
      <thead>
        <tr>
          <th>时间</th>
          <th>结果</th>
          <th>账号</th>
          <th>标题（遮盖）</th>
          <th>检查</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.office} ${line.id}`} aria-selected={line.id === chosen}>
            <td class="whole">
              <a href={linkTo('ledger', { ...kept, entry: `${line.office}/${line.id}` })}>{printTime(line.at, asOf)}</a>
            </td>
            <td>
              <EntryChip line={line} />
            </td>
            <td title={line.account}>
              {line.accountName ?? `${line.account}（未登记）`}
              {line.column !== null && <span class="note"> {line.column}</span>}
            </td>
            <td>{line.label ?? ''}</td>
            <td>{line.kinds ? <Kinds kinds={line.kinds} /> : <span class="note">{noteOf(line)}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function EntryChip({ line }: { line: EntryLine }) {
  const isUnchecked = line.kind === 'unchecked' || line.note === 'none'
  const look = line.kind === 'hold' ? 'hold' : isUnchecked ? 'un' : line.kind === 'publish' ? 'done' : ''
  return <span class={`chip ${look}`}>{entryNames[line.kind]}</span>
}
