import {
  type AccountBook,
  beijingDay,
  bookTemplate,
  kindNames,
  printBook,
  type ReadBook,
  readBook,
  recordKinds,
} from '@qianshao/rules-core'
import { readSheets, SHEET_LIMITS, SheetError } from '@qianshao/rules-core/sheets'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { AccountPreview, Accounts } from '../dashboard/account-shapes.ts'
import { readBody } from '../read-body.ts'
import type { Office } from '../store/store.ts'
import { accountLines, auditBook } from '../view/account-lines.ts'
import { download, knownOffice, workbook } from './office-tables.ts'

/** The account book: what is in it and what its audits find; an import that is looked at before it is stored; an export. */
export function accountRoutes(context: Context): Hono {
  const { store, clock, packs } = context
  const routes = new Hono()

  routes.get('/', async (c) => {
    const office = c.req.query('office')
    return c.json((await accountLines(context, office === '' ? undefined : office)) satisfies Accounts)
  })

  routes.get('/template.xlsx', async (c) => c.body(await workbook(bookTemplate()), 200, download('qianshao-accounts-template.xlsx')))

  routes.get('/:office/book.xlsx', async (c) => {
    const office = await knownOffice(context, c.req.param('office'))
    const book = (await store.accountBook(office.id))?.records ?? []
    return c.body(await workbook(book.length === 0 ? bookTemplate() : printBook(book)), 200, download('qianshao-accounts.xlsx'))
  })

  routes.post('/:office/preview', async (c) => {
    const office = await knownOffice(context, c.req.param('office'))
    const read = await readUpload(c.req.raw, c.req.query('file'))
    return c.json((await previewOf(office, read)) satisfies AccountPreview)
  })

  // A kind that the file holds replaces what the book had of it; the other kinds stay.
  routes.put('/:office', async (c) => {
    const office = await knownOffice(context, c.req.param('office'))
    const read = await readUpload(c.req.raw, c.req.query('file'))
    const preview = await previewOf(office, read)
    if (preview.problems.length > 0 || read.book.length === 0) {
      const problems = preview.problems.map(({ place, column, problem }) => ({
        path: column === undefined ? place : `${place}“${column}”列`,
        problem,
      }))
      return c.json({ status: 400, code: 'malformed', title: '台账有几处不能用，没有导入。', problems }, 400)
    }
    const old = (await store.accountBook(office.id))?.records ?? []
    await store.putAccountBook({ office: office.id, records: [...mergedBook(old, read.book)], updatedAt: clock.now() })
    return c.json(preview satisfies AccountPreview)
  })
  return routes

  async function previewOf(office: Office, read: ReadBook): Promise<AccountPreview> {
    const old = (await store.accountBook(office.id))?.records ?? []
    const kinds = recordKinds
      .map((kind) => ({
        kindName: kindNames[kind][0]!,
        now: read.book.filter((record) => record.kind === kind).length,
        before: old.filter((record) => record.kind === kind).length,
      }))
      .filter(({ now }) => now > 0)
    const findings = read.problems.length > 0 ? 0 : auditBook(packs, office, mergedBook(old, read.book), beijingDay(clock.now())).length
    const unused = read.unused.map(({ table, columns }) => ({ table, columns: [...columns] }))
    return { problems: [...read.problems], unused, kinds, findings }
  }
}

function mergedBook(old: AccountBook, read: AccountBook): AccountBook {
  const kinds = new Set(read.map(({ kind }) => kind))
  return [...old.filter(({ kind }) => !kinds.has(kind)), ...read]
}

async function readUpload(request: Request, name: string | undefined): Promise<ReadBook> {
  const bytes = await readBody(request, SHEET_LIMITS.bytes)
  try {
    const read = readBook(await readSheets(bytes, (name ?? '台账').slice(0, 120)))
    if (read.book.length > 0 || read.problems.length > 0) return read
    return { ...read, problems: [{ place: '整个文件', problem: '只有表头，没有登记内容' }] }
  } catch (cause) {
    if (!(cause instanceof SheetError)) throw cause
    return { book: [], unused: [], problems: [{ place: '整个文件', problem: cause.message }] }
  }
}
