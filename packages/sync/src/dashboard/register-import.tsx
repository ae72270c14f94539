import { printTime } from './beijing-time.ts'
import * as shapes from './shapes.ts'
import { TableImport } from './table-import.tsx'

type Office = shapes.Duties['offices'][number]

/** Takes an office's register of letters, applications, filings and checks, from which the other duties are counted. */
export function RegisterImport({ office, onDone }: { office: Office; onDone(): void }) {
  return (
    <TableImport
      title={`导入${office.name}的登记表`}
      path={`/registers/${encodeURIComponent(office.id)}`}
      preview={shapes.registerPreview}
      label="登记表"
      intro={
        <>
          来信、申请、备案、检查、公告的登记导入后，这些时限也能算。只登记事件、时间和编号，不要写内容和姓名。没有现成的表，用
          <a href="/api/registers/template.xlsx" download="登记表-空表.xlsx">
            空表
          </a>
          。{office.updatedAt !== null && `上次导入：${printTime(office.updatedAt, office.updatedAt)}，${office.registered} 条。`}
        </>
      }
      would={({ kinds, before }) => `${counted(kinds)}。${before > 0 ? `替换原有的 ${before} 条。` : ''}`}
      done={({ kinds }) => `已导入：${counted(kinds)}。`}
      onDone={onDone}
    />
  )
}

function counted(kinds: shapes.RegisterPreview['kinds']): string {
  return kinds.map(({ kindName, now }) => `${kindName} ${now} 条`).join('、')
}
