import { useState } from 'preact/hooks'
import { AccountLines } from './account-lines.tsx'
import { ask, Refusal } from './api.ts'
import { ColumnLines } from './column-lines.tsx'
import { ChoiceField, TextField } from './form-field.tsx'
import { draftOf, type OfficeDraft } from './office-draft.ts'
import * as shapes from './shapes.ts'

/** Name, pack, accounts and columns of an office. Mistakes are said beside the fields and together, and nothing typed is lost. */
export function OfficeForm(props: {
  packs: shapes.Offices['packs']
  office?: shapes.OfficeShape
  onSaved(id: string): void
  onLeave(): void
}) {
  const { packs, office, onSaved, onLeave } = props
  const [draft, setDraft] = useState(() => draftOf(office, packs))
  // As typed: a space at the end is the beginning of the next address.
  const [origins, setOrigins] = useState(() => draft.origins.join(' '))
  const [fault, setFault] = useState<Refusal>()
  const set = (part: Partial<OfficeDraft>) => setDraft((old) => ({ ...old, ...part }))
  const problemAt = (path: string) => fault?.problems.find((found) => found.path === path)?.problem
  // The origins are one field, whichever of them is wrong.
  const wrongOrigin = fault?.problems.find(({ path }) => path.startsWith('origins'))?.problem
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    try {
      // Without an id there would be no address to answer what else is wrong.
      const path = `/offices/${encodeURIComponent(draft.id || 'new')}`
      await ask(path, shapes.office, 'PUT', { ...draft, origins: origins.split(/\s+/).filter(Boolean) })
      onSaved(draft.id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error)
    }
  }
  return (
    <form class="card stack" onSubmit={save}>
      <div class="form-grid">
        <TextField name="单位名称" value={draft.name} problem={problemAt('name')} isFirst onInput={(name) => set({ name })} />
        <TextField
          name="单位编号（小写字母、数字、横线，之后不能改）"
          value={draft.id}
          problem={problemAt('id')}
          isFixed={office !== undefined}
          onInput={(id) => set({ id })}
        />
        <ChoiceField name="规则包" value={draft.pack} problem={problemAt('pack')} onChoose={(pack) => set({ pack })}>
          {packs.map(({ id, title, version }) => (
            <option key={id} value={id}>
              {title} {version}
            </option>
          ))}
        </ChoiceField>
        <TextField
          name="可以使用编辑器检查的网页，如 https://cms.example.gov.cn（多个用空格分开）"
          value={origins}
          problem={wrongOrigin}
          onInput={setOrigins}
        />
      </div>
      <AccountLines draft={draft} problemAt={problemAt} onChange={set} />
      <ColumnLines draft={draft} problemAt={problemAt} onChange={set} />
      {fault && <Summary fault={fault} />}
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

function Summary({ fault }: { fault: Refusal }) {
  return (
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
