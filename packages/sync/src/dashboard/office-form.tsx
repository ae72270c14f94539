import { useState } from 'preact/hooks'
import { ask, Refusal } from './api.ts'
import * as shapes from './shapes.ts'
import { columnClasses } from './words.zh-CN.ts'

type Draft = Omit<shapes.OfficeShape, 'devices'>

/** Name, pack, accounts and columns of an office. Mistakes are said beside the fields, and nothing typed is lost. */
export function OfficeForm(props: {
  packs: shapes.Offices['packs']
  office?: shapes.OfficeShape
  onSaved(id: string): void
  onLeave(): void
}) {
  const { packs, office, onSaved, onLeave } = props
  const [draft, setDraft] = useState<Draft>(() => draftOf(office, packs))
  const [fault, setFault] = useState<Refusal>()
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    try {
      await ask(`/offices/${encodeURIComponent(draft.id)}`, shapes.office, 'PUT', draft)
      onSaved(draft.id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error)
    }
  }
  return (
    <form class="card stack" onSubmit={save}>
      <div class="form-grid">
        <Field name="单位名称" value={draft.name} onInput={(name) => set({ name })} />
        <Field
          name="单位编号（小写字母、数字、横线，之后不能改）"
          value={draft.id}
          isFixed={office !== undefined}
          onInput={(id) => set({ id })}
        />
        <label class="field">
          规则包
          <select value={draft.pack} onChange={(event) => set({ pack: event.currentTarget.value })}>
            {packs.map(({ id, title, version }) => (
              <option key={id} value={id}>
                {title} {version}
              </option>
            ))}
          </select>
        </label>
        <Field
          name="可以使用编辑器检查的网页，如 https://cms.example.gov.cn（多个用空格分开）"
          value={draft.origins.join(' ')}
          onInput={(text) => set({ origins: text.split(/\s+/).filter(Boolean) })}
        />
      </div>
      <h2>账号</h2>
      {draft.accounts.map((account, i) => (
        <div class="line-form" key={i}>
          <Field
            name="账号名称"
            value={account.name}
            onInput={(name) => set({ accounts: replaced(draft.accounts, i, { ...account, name }) })}
          />
          <Field
            name="账号编号，如 web:www.example.gov.cn"
            value={account.id}
            onInput={(id) =>
              set({
                accounts: replaced(draft.accounts, i, { ...account, id }),
                columns: draft.columns.map((column) => (column.account === account.id ? { ...column, account: id } : column)),
              })
            }
          />
          <Remove
            onClick={() =>
              set({ accounts: without(draft.accounts, i), columns: draft.columns.filter((column) => column.account !== account.id) })
            }
          />
        </div>
      ))}
      <button type="button" onClick={() => set({ accounts: [...draft.accounts, { id: '', name: '' }] })}>
        加一个账号
      </button>
      <h2>栏目</h2>
      {draft.columns.map((column, i) => (
        <div class="line-form" key={i}>
          <label class="field">
            账号
            <select
              value={column.account}
              onChange={(event) => set({ columns: replaced(draft.columns, i, { ...column, account: event.currentTarget.value }) })}
            >
              {draft.accounts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Field
            name="栏目名称"
            value={column.title}
            onInput={(title) => set({ columns: replaced(draft.columns, i, { ...column, title }) })}
          />
          <Field name="栏目编号" value={column.id} onInput={(id) => set({ columns: replaced(draft.columns, i, { ...column, id }) })} />
          <label class="field">
            栏目类别
            <select
              value={column.class}
              onChange={(event) => set({ columns: replaced(draft.columns, i, { ...column, class: event.currentTarget.value }) })}
            >
              {Object.entries({ ...columnClasses, [column.class]: columnClasses[column.class] ?? column.class }).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Remove onClick={() => set({ columns: without(draft.columns, i) })} />
        </div>
      ))}
      <button
        type="button"
        onClick={() =>
          set({ columns: [...draft.columns, { account: draft.accounts[0]?.id ?? '', id: '', title: '', class: 'dynamic-news' }] })
        }
      >
        加一个栏目
      </button>
      {fault && (
        <div class="fault" role="alert">
          <p>{fault.message}</p>
          <ul>
            {fault.problems.map(({ path, problem }) => (
              <li key={path}>
                {placeOf(path)}：{problem}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <button type="submit" class="primary">
          保存
        </button>{' '}
        <button type="button" onClick={onLeave}>
          不保存
        </button>
      </p>
    </form>
  )
}

function Field({
  name,
  value,
  isFixed = false,
  onInput,
}: {
  name: string
  value: string
  isFixed?: boolean
  onInput(value: string): void
}) {
  return (
    <label class="field">
      {name}
      <input value={value} readOnly={isFixed} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  )
}

function Remove({ onClick }: { onClick(): void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      删去
    </button>
  )
}

const PLACES: Record<string, string> = {
  id: '编号',
  name: '名称',
  pack: '规则包',
  accounts: '账号',
  columns: '栏目',
  origins: '网页',
  title: '名称',
  class: '类别',
  account: '账号',
}

function placeOf(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `第 ${Number(part) + 1} 个` : (PLACES[part] ?? part)))
    .join(' ')
}

function draftOf(office: shapes.OfficeShape | undefined, packs: shapes.Offices['packs']): Draft {
  if (!office) return { id: '', name: '', pack: packs[0]?.id ?? '', accounts: [{ id: '', name: '' }], columns: [], origins: [] }
  const { devices: _, ...draft } = office
  return draft
}

function replaced<T>(items: readonly T[], at: number, item: T): T[] {
  return items.map((old, i) => (i === at ? item : old))
}

function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, i) => i !== at)
}
