import { ChoiceField, TextField } from './form-field.tsx'
import { type FormPart, replaced, without } from './office-draft.ts'
import { columnClasses } from './words.zh-CN.ts'

/** The columns of an office's accounts; the class decides which duties a column owes. */
export function ColumnLines({ draft, problemAt, onChange }: FormPart) {
  const { accounts, columns } = draft
  const blank = { account: accounts[0]?.id ?? '', id: '', title: '', class: 'dynamic-news' }
  return (
    <>
      <h2>栏目</h2>
      {columns.map((column, i) => {
        const set = (part: Partial<typeof column>) => onChange({ columns: replaced(columns, i, { ...column, ...part }) })
        // A class of the office's own stays choosable.
        const classes = { ...columnClasses, [column.class]: columnClasses[column.class] ?? column.class }
        return (
          <div class="line-form" key={i}>
            <ChoiceField
              name="账号"
              value={column.account}
              problem={problemAt(`columns.${i}.account`)}
              onChoose={(account) => set({ account })}
            >
              {accounts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </ChoiceField>
            <TextField name="栏目名称" value={column.title} problem={problemAt(`columns.${i}.title`)} onInput={(title) => set({ title })} />
            <TextField name="栏目编号" value={column.id} problem={problemAt(`columns.${i}.id`)} onInput={(id) => set({ id })} />
            <ChoiceField
              name="栏目类别"
              value={column.class}
              problem={problemAt(`columns.${i}.class`)}
              onChoose={(chosen) => set({ class: chosen })}
            >
              {Object.entries(classes).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </ChoiceField>
            <button
              type="button"
              class="link"
              aria-label={`删去栏目 ${column.title || i + 1}`}
              onClick={() => onChange({ columns: without(columns, i) })}
            >
              删去
            </button>
          </div>
        )
      })}
      <button type="button" onClick={() => onChange({ columns: [...columns, blank] })}>
        加一个栏目
      </button>
    </>
  )
}
