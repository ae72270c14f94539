import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type * as z from 'zod/mini'
import { ask, Refusal } from './api.ts'
import type { ImportPreview } from './shapes.ts'

export interface TableImportProps<T extends ImportPreview> {
  title: string
  /** POST `<path>/preview` looks, PUT `<path>` imports; both are given the file. */
  path: string
  preview: z.ZodMiniType<T>
  /** Accessible name of the file field. */
  label: string
  /** What stands under the button before a file is chosen. */
  intro: ComponentChildren
  /** What importing a usable table would do. */
  would(preview: T): string
  done(preview: T): string
  onDone(): void
}

type Step<T> = { at: 'start' } | { at: 'busy' } | { at: 'looked'; file: File; preview: T } | { at: 'done'; words: string }

/** Takes a table in two steps: what it would do and every row that is wrong, then the import itself. */
export function TableImport<T extends ImportPreview>(props: TableImportProps<T>) {
  const [step, setStep] = useState<Step<T>>({ at: 'start' })
  const [fault, setFault] = useState<string>()
  const input = useRef<HTMLInputElement>(null)

  const send = async (method: 'POST' | 'PUT', file: File) => {
    const path = `${props.path}${method === 'POST' ? '/preview' : ''}?file=${encodeURIComponent(file.name)}`
    setStep({ at: 'busy' })
    setFault(undefined)
    try {
      const preview = await ask(path, props.preview, method, file)
      if (method === 'POST') return setStep({ at: 'looked', file, preview })
      setStep({ at: 'done', words: props.done(preview) })
      props.onDone()
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
      <h2>{props.title}</h2>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label={props.label}
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
        {step.at === 'start' && props.intro}
      </p>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {step.at === 'looked' && (
        <Looked
          preview={step.preview}
          name={step.file.name}
          would={props.would(step.preview)}
          onImport={() => void send('PUT', step.file)}
          onLeave={leave}
        />
      )}
    </section>
  )
}

function Looked(props: { preview: ImportPreview; name: string; would: string; onImport(): void; onLeave(): void }) {
  const { preview, name, would, onImport, onLeave } = props
  const isUsable = preview.problems.length === 0
  return (
    <>
      {isUsable ? (
        <p>
          “{name}”可以导入：{would}
        </p>
      ) : (
        <Problems name={name} problems={preview.problems} />
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

function Problems({ name, problems }: { name: string; problems: ImportPreview['problems'] }) {
  return (
    <>
      <p class="fault" role="alert">
        “{name}”有 {problems.length} 处不能用，没有导入。改好表格再选一次。
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
          {problems.map(({ place, column, problem }) => (
            <tr key={`${place} ${column} ${problem}`}>
              <td class="name">{place}</td>
              <td>{column}</td>
              <td>{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
