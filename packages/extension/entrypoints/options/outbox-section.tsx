import { useSignal } from '@preact/signals'
import { entryFields } from '@qianshao/sdk'
import { useEffect } from 'preact/hooks'
import { type Answered, ask } from '../../messages.ts'
import type { OptionsPage } from './open-options.ts'

/** Everything that waits to be sent, in words and byte by byte, and what was not accepted. */
export function OutboxSection({ page }: { page: OptionsPage }) {
  const contents = useSignal<Answered<'outbox.list'> | undefined>(undefined)
  const wrong = useSignal<string | undefined>(undefined)
  const { waiting, aside, state } = page.delivery.value
  useEffect(() => {
    ask('outbox.list', {}).then(
      (list) => {
        contents.value = list
      },
      (cause: unknown) => {
        wrong.value = `外发箱没有读出来：${String(cause)}。记录仍保存在本机，请重新打开本页。`
      },
    )
  }, [waiting, aside])
  if (wrong.value) return <p class="card wrong">{wrong}</p>
  if (!contents.value) return null
  const { waiting: lines, aside: refused, delivered } = contents.value
  const bytes = lines.reduce((total, { line }) => total + byteLength(line) + 1, 0)
  return (
    <>
      <section class="card">
        <h2>待发</h2>
        <p>{lines.length === 0 ? `外发箱是空的。已送达 ${delivered} 条。` : `${lines.length} 条待发。已送达 ${delivered} 条。`}</p>
        {state === 'later' && <p class="note">现在没有送到。检查照常进行，记录联网后自动发出，不会丢。</p>}
        {page.settings.value.endpoint === '' && lines.length > 0 && <p class="note">还没有加入服务端，记录都留在本机。</p>}
        <Lines lines={lines} />
        {lines.length > 0 && <p class="note">以上就是将要发出的全部内容，共 {bytes} 字节</p>}
        <p class="buttons">
          <button type="button" class="button" onClick={() => void ask('outbox.send', {})}>
            现在发送
          </button>
          {lines.length + refused.length > 0 && (
            <button type="button" class="button" onClick={() => download([...lines, ...refused].map(({ line }) => line))}>
              导出为文件
            </button>
          )}
        </p>
      </section>
      {refused.length > 0 && (
        <section class="card">
          <h2>没有被接收</h2>
          <p class="note">这些记录仍保存在本机，请把原因代码告诉管理员。</p>
          <Lines lines={refused} />
        </section>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly { id: string; line: string; code?: string }[] }) {
  return (
    <ol class="lines">
      {lines.map(({ id, line, code }) => {
        const fields = entryFields(line)
        return (
          <li key={id}>
            <details>
              <summary>
                <b>{fields?.[0]?.value ?? '别的版本写的记录'}</b>
                {code && <span class="note">　原因代码 {code}</span>}
              </summary>
              <dl>
                {fields?.slice(1).map(({ name, value }) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <details>
                <summary class="note">
                  原文（{byteLength(line)} 字节，连行尾 {byteLength(line) + 1} 字节）
                </summary>
                <pre>{line}</pre>
              </details>
            </details>
          </li>
        )
      })}
    </ol>
  )
}

function byteLength(line: string): number {
  return new TextEncoder().encode(line).length
}

function download(lines: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/x-ndjson' }))
  const link = document.createElement('a')
  link.href = address
  link.download = '前哨外发箱.jsonl'
  link.click()
  URL.revokeObjectURL(address)
}
