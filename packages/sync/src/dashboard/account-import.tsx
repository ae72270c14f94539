import * as shapes from './account-shapes.ts'
import { printTime } from './beijing-time.ts'
import { TableImport } from './table-import.tsx'

type Office = shapes.Accounts['offices'][number]

/** Takes an office's account book from a table. */
export function AccountImport({ office, onDone }: { office: Office; onDone(): void }) {
  return (
    <TableImport
      title={`导入${office.name}的台账`}
      path={`/accounts/${encodeURIComponent(office.id)}`}
      preview={shapes.accountPreview}
      label="台账表格"
      intro={
        <>
          先看有没有问题，再决定导入。密码不进台账。没有现成的表，用
          <a href="/api/accounts/template.xlsx" download="账号台账-空表.xlsx">
            空表
          </a>
          。{office.updatedAt !== null && `上次导入：${printTime(office.updatedAt, office.updatedAt)}。`}
          {office.audits === 0 && '这个单位的规则包没有体检项目，请在“单位”页核对规则包。'}
        </>
      }
      would={would}
      done={({ kinds }) => `已导入：${kinds.map(({ kindName, now }) => `${kindName} ${now} 条`).join('、')}。`}
      onDone={onDone}
    />
  )
}

function would({ kinds, findings }: shapes.AccountPreview): string {
  const parts = kinds.map(({ kindName, now, before }) => `${kindName} ${now} 条${before > 0 ? `，替换原有 ${before} 条` : ''}`)
  return `${parts.join('；')}。 导入后体检有 ${findings} 个问题。`
}
