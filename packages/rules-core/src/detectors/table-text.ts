import type { Block } from '../draft/draft.ts'

/** A data table as its reader understands it. */
export interface TableText {
  /** Index of the table's first block in the draft. */
  start: number
  rows: Map<number, Block[]>
  /** Index of the last header row. */
  headerRow: number
  headers: Map<number, string>
  /** A form: labels on the left, values beside them (姓名 | 张某). */
  isForm: boolean
  /** A form, one `label：value` a line; else ''. */
  asLines: string
}

const LABELS =
  '姓\\s*名|名\\s*称|性\\s*别|单\\s*位|工作单位|电\\s*话|联系(?:电话|方式|人)|手机号?码?|住\\s*址|地\\s*址|(?:家庭|户籍|现住|通讯|居住)(?:住址|地址|地|所在地)?|户籍|籍贯|身份证号?码?|证件号码?|出生(?:日期|年月)|民\\s*族|年\\s*龄|学\\s*历|政治面貌|用户名|账\\s*号|帐\\s*号|密\\s*码|口\\s*令|户\\s*主|户\\s*名|申请人|申请事项|职\\s*务|开户行|开户银行|银行卡号|卡\\s*号|邮\\s*箱|微信号?|qq号?|家庭成员|残疾(?:类别|等级)|救助事由|致贫原因|密\\s*级|保密期限|发文字号|文\\s*号|标\\s*题'
const LABEL = new RegExp(`^\\s*(?:${LABELS})[：:]?\\s*$`, 'i')

/** The tables of a draft's blocks by id. */
export function readTables(blocks: readonly Block[]): ReadonlyMap<string, TableText> {
  const tables = new Map<string, TableText>()
  blocks.forEach((block, start) => {
    if (!block.cell) return
    const { table: id, row, header } = block.cell
    let table = tables.get(id)
    if (!table) {
      table = { start, rows: new Map(), headerRow: -1, headers: new Map(), isForm: false, asLines: '' }
      tables.set(id, table)
    }
    if (header) table.headerRow = Math.max(table.headerRow, row)
    const cells = table.rows.get(row)
    if (cells) cells.push(block)
    else table.rows.set(row, [block])
  })
  for (const table of tables.values()) understand(table)
  return tables
}

function understand(table: TableText): void {
  table.isForm = isForm(table)
  if (table.isForm) {
    table.asLines = [...table.rows.values()].flatMap(fieldsOf).join('\n')
    return
  }
  // A first row of one cell is the table's name; the header is the row below it.
  const first = table.rows.get(table.headerRow) ?? []
  if (first.filter(({ text }) => text.trim() !== '').length === 1 && (table.rows.get(table.headerRow + 1)?.length ?? 0) > 1)
    table.headerRow += 1
  for (let row = 0; row <= table.headerRow; row++) {
    for (const { text, cell } of table.rows.get(row) ?? []) {
      const above = table.headers.get(cell!.column) ?? ''
      table.headers.set(cell!.column, `${above}${text}`)
    }
  }
}

function isForm({ rows }: TableText): boolean {
  const all = [...rows.values()]
  const labelled = all.filter((row) => LABEL.test(row[0]?.text ?? '') && row.length > 1 && !LABEL.test(row[1]?.text ?? '')).length
  return labelled >= 2 && labelled * 2 >= all.length
}

function fieldsOf(row: readonly Block[]): string[] {
  const fields: string[] = []
  for (let i = 0; i + 1 < row.length; i += 2) fields.push(`${row[i]!.text}：${row[i + 1]!.text}`)
  return fields
}
