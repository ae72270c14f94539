import { TextField } from './form-field.tsx'
import { type FormPart, replaced, without } from './office-draft.ts'

/** The accounts of an office. A column goes with its account: renamed with it, removed with it. */
export function AccountLines({ draft, problemAt, onChange }: FormPart) {
  const { accounts, columns } = draft
  return (
    <>
      <h2>账号</h2>
      {accounts.map((account, i) => (
        <div class="line-form" key={i}>
          <TextField
            name="账号名称"
            value={account.name}
            problem={problemAt(`accounts.${i}.name`)}
            onInput={(name) => onChange({ accounts: replaced(accounts, i, { ...account, name }) })}
          />
          <TextField
            name="账号编号，如 web:www.example.gov.cn"
            value={account.id}
            problem={problemAt(`accounts.${i}.id`)}
            onInput={(id) =>
              onChange({
                accounts: replaced(accounts, i, { ...account, id }),
                columns: columns.map((column) => (column.account === account.id ? { ...column, account: id } : column)),
              })
            }
          />
          <button
            type="button"
            class="link"
            aria-label={`删去账号 ${account.name || i + 1}`}
            onClick={() => onChange({ accounts: without(accounts, i), columns: columns.filter((column) => column.account !== account.id) })}
          >
            删去
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange({ accounts: [...accounts, { id: '', name: '' }] })}>
        加一个账号
      </button>
    </>
  )
}
