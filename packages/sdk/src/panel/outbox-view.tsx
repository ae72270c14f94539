import { useEffect, useState } from 'preact/hooks'
import type { OutboxContents, StoredLine } from '../outbox/outbox-port.ts'
import { entryFields } from './entry-fields.ts'
import { Icon } from './icons.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** 外发箱: every byte that will leave, before it leaves. */
export function OutboxView({ view }: { view: View }) {
  const { outbox } = view
  const [contents, setContents] = useState<OutboxContents | undefined>()
  const waiting = outbox.waiting.value
  const aside = outbox.aside.value
  useEffect(() => {
    let current = true
    outbox.list().then((now) => current && setContents(now))
    return () => {
      current = false
    }
    // The numbers are read so that the list is fetched anew when they change.
  }, [outbox, waiting, aside])
  if (!contents) return null
  const bytes = contents.waiting.reduce((total, { line }) => total + new TextEncoder().encode(line).length + 1, 0)
  const notice = text.outbox.state[outbox.state.value]
  return (
    <>
      <div class="row spread">
        <h3>{text.outbox.title}</h3>
        <button type="button" class="link" onClick={() => (view.tab.value = 'findings')}>
          {text.outbox.back}
        </button>
      </div>
      {notice !== '' && <p class="section note">{notice}</p>}
      {contents.waiting.length === 0 && contents.aside.length === 0 ? (
        <div class="blank">
          <Icon name="out" size={22} />
          <p>{text.outbox.empty(contents.delivered)}</p>
        </div>
      ) : (
        <>
          <p class="section note">{text.outbox.waiting(contents.waiting.length)}</p>
          <Lines lines={contents.waiting} />
          {contents.waiting.length > 0 && (
            <div class="row spread section">
              <p class="note">{text.outbox.all(bytes)}</p>
              <button type="button" class="btn small" onClick={() => outbox.sendNow()}>
                {text.outbox.send}
              </button>
            </div>
          )}
          {contents.aside.length > 0 && <p class="section note">{text.outbox.aside(contents.aside.length)}</p>}
          <Lines lines={contents.aside} />
        </>
      )}
      {contents.merged > 0 && <p class="note">{text.outbox.merged(contents.merged)}</p>}
      {contents.lost > 0 && <p class="note">{text.outbox.lost(contents.lost)}</p>}
    </>
  )
}

function Lines({ lines }: { lines: readonly (StoredLine & { code?: string })[] }) {
  return (
    <ol class="cards">
      {lines.map((line) => (
        <li key={line.id}>
          <details class="box">
            <summary>
              <b>{text.outbox.kinds[kindOfLine(line.line)] ?? ''}</b>　#{line.seq}
              {line.code !== undefined && <span class="chip">{line.code}</span>}
            </summary>
            <Fields line={line.line} />
            <details class="section">
              <summary class="note">{text.outbox.raw(new TextEncoder().encode(line.line).length)}</summary>
              <p class="raw">{line.line}</p>
            </details>
          </details>
        </li>
      ))}
    </ol>
  )
}

function Fields({ line }: { line: string }) {
  const fields = entryFields(line)
  if (!fields) return <p class="note">{text.outbox.foreign}</p>
  return (
    <dl class="fields">
      {fields.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function kindOfLine(line: string): string {
  return /"kind":"([a-z]+)"/.exec(line)?.[1] ?? ''
}
