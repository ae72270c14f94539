import { useRef, useState } from 'preact/hooks'
import * as shapes from './account-shapes.ts'
import { ask, Refusal } from './api.ts'
import { printTime } from './beijing-time.ts'

type Office = shapes.Accounts['offices'][number]
type Step = { at: 'start' } | { at: 'busy' } | { at: 'looked'; file: File; preview: shapes.ImportPreview } | { at: 'done'; words: string }

/** Takes a table in two steps: what it would do and every row that is wrong, then the import itself. */
export function AccountImport({ office, onDone }: { office: Office; onDone(): void }) {
  const [step, setStep] = useState<Step>({ at: 'start' })
  const [fault, setFault] = useState<string>()
  const input = useRef<HTMLInputElement>(null)

  const send = async (method: 'POST' | 'PUT', file: File) => {
    const path = `/accounts/${encodeURIComponent(office.id)}${method === 'POST' ? '/preview' : ''}?file=${encodeURIComponent(file.name)}`
    setStep({ at: 'busy' })
    setFault(undefined)
    try {
      const preview = await ask(path, shapes.importPreview, method, file)
      if (method === 'POST') return setStep({ at: 'looked', file, preview })
      setStep({ at: 'done', words: `已导入：${preview.kinds.map(({ kindName, now }) => `${kindName} ${now} 条`).join('、')}。` })
      onDone()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault([error.message, ...error.problems.map(({ path: place, problem }) => `${place}：${problem}`)].join(' '))
      setStep({ at: 'start' })
    }
    if (input.current) input.current.value = ''
  }
  const leave = () => {
    setStep({ at: 'start' })
    if (input.current) input.current.value = ''
  }
  return (
    <section class="card stack" aria-label="导入">
      <h2>导入{office.name}的台账</h2>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label="台账表格"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) void send('POST', file)
        }}
      />
      {/* The browser's own control speaks the browser's language. */}
      <button type="button" disabled={step.at === 'busy'} onClick={() => input.current?.click()}>
        选择表格（.xlsx 或 .csv）
      </button>
      <p class="note" role="status">
        {step.at === 'busy' && '正在读表'}
        {step.at === 'done' && step.words}
        {step.at === 'start' && (
          <>
            先看有没有问题，再决定导入。密码不进台账。没有现成的表，用
            <a href="/api/accounts/template.xlsx" download="账号台账-空表.xlsx">
              空表
            </a>
            。{office.updatedAt !== null && `上次导入：${printTime(office.updatedAt, office.updatedAt)}。`}
            {office.audits === 0 && '这个单位的规则包没有体检项目，请在“单位”页核对规则包。'}
          </>
        )}
      </p>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {step.at === 'looked' && (
        <Preview preview={step.preview} name={step.file.name} onImport={() => void send('PUT', step.file)} onLeave={leave} />
      )}
    </section>
  )
}

function Preview(props: { preview: shapes.ImportPreview; name: string; onImport(): void; onLeave(): void }) {
  const { preview, name, onImport, onLeave } = props
  const isUsable = preview.problems.length === 0
  return (
    <>
      {isUsable ? (
        <p>
          “{name}”可以导入：
          {preview.kinds
            .map(({ kindName, now, before }) => `${kindName} ${now} 条${before > 0 ? `，替换原有 ${before} 条` : ''}`)
            .join('；')}
          。 导入后体检有 {preview.findings} 个问题。
        </p>
      ) : (
        <>
          <p class="fault" role="alert">
            “{name}”有 {preview.problems.length} 处不能用，没有导入。改好表格再选一次。
          </p>
          <table>
            <thead>
              <tr>
                <th>位置</th>
                <th>列</th>
                <th>问题</th>
              </tr>
            </thead>
            <tbody>
              {preview.problems.map(({ place, column, problem }) => (
                <tr key={`${place} ${column} ${problem}`}>
                  <td class="name">{place}</td>
                  <td>{column}</td>
                  <td>{problem}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {preview.unused.map(({ table, columns }) => (
        <p key={table} class="note">
          {columns.length === 0 ? `“${table}”是说明，没有读。` : `“${table}”里没有用到的列：${columns.join('、')}。`}
        </p>
      ))}
      <p>
        {isUsable && (
          <button type="button" class="primary" onClick={onImport}>
            导入
          </button>
        )}{' '}
        <button type="button" onClick={onLeave}>
          {isUsable ? '不导入' : '知道了'}
        </button>
      </p>
    </>
  )
}
