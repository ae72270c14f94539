import { type Duty, eventHeader, eventKindNames, type PlannedSilence, type RegisteredEvent, readEvents } from '@qianshao/rules-core'
import { readSheets, SHEET_LIMITS, SheetError } from '@qianshao/rules-core/sheets'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { RegisterPreview } from '../dashboard/shapes.ts'
import { readBody } from '../read-body.ts'
import type { Office } from '../store/store.ts'
import { officeRules } from '../view/office-rules.ts'
import { download, knownOffice, workbook } from './office-tables.ts'

interface ReadRegister {
  events: readonly RegisteredEvent[]
  silences: readonly PlannedSilence[]
  problems: RegisterPreview['problems']
}

const MOST_PROBLEMS = 200

/** Registers of letters, applications, filings and checks, from which the duties beside publications are counted. */
export function registerRoutes(context: Context): Hono {
  const { store, clock, packs } = context
  const routes = new Hono()

  routes.get('/template.xlsx', async (c) =>
    c.body(await workbook([{ name: '登记表', header: eventHeader, rows: [] }]), 200, download('qianshao-register.xlsx')),
  )

  routes.post('/:office/preview', async (c) => {
    const office = await knownOffice(context, c.req.param('office'))
    return c.json((await previewOf(office, await readUpload(c.req.raw, c.req.query('file'), dutiesOf(office)))) satisfies RegisterPreview)
  })

  // A register is kept by the office itself; each import is the whole of it.
  routes.put('/:office', async (c) => {
    const office = await knownOffice(context, c.req.param('office'))
    const read = await readUpload(c.req.raw, c.req.query('file'), dutiesOf(office))
    const preview = await previewOf(office, read)
    if (preview.problems.length > 0) {
      const problems = preview.problems.map(({ place, problem }) => ({ path: place, problem }))
      return c.json({ status: 400, code: 'malformed', title: '登记表有几处不能用，没有导入。', problems }, 400)
    }
    await store.putDutyRegister({ office: office.id, events: read.events, silences: read.silences, updatedAt: clock.now() })
    return c.json(preview satisfies RegisterPreview)
  })
  return routes

  function dutiesOf({ pack }: Office): readonly Duty[] {
    return officeRules(packs, pack).duties
  }

  async function previewOf(office: Office, { events, silences, problems }: ReadRegister): Promise<RegisterPreview> {
    const kinds = Object.entries(eventKindNames)
      .map(([kind, kindName]) => ({ kindName, now: events.filter((event) => event.kind === kind).length }))
      .filter(({ now }) => now > 0)
    if (silences.length > 0) kinds.push({ kindName: '停更', now: silences.length })
    const before = (await store.dutyRegister(office.id))?.events.length ?? 0
    return { problems, unused: [], kinds, before }
  }
}

async function readUpload(request: Request, name: string | undefined, duties: readonly Duty[]): Promise<ReadRegister> {
  const bytes = await readBody(request, SHEET_LIMITS.bytes)
  try {
    const sheets = await readSheets(bytes, (name ?? '登记表').slice(0, 120))
    const rows = sheets.flatMap(({ name: sheet, header, rows }) =>
      rows.map(({ number, cells }) => ({
        place: `“${sheet}”第 ${number} 行`,
        members: Object.fromEntries(header.map((title, i) => [title, cells[i] ?? ''])),
      })),
    )
    if (rows.length === 0) return { events: [], silences: [], problems: [{ place: '整个文件', problem: '只有表头，没有登记内容' }] }
    const { events, silences, problems } = readEvents(rows, duties)
    const shown = problems.slice(0, MOST_PROBLEMS)
    const rest = problems.length - shown.length
    return {
      events,
      silences,
      problems: rest > 0 ? [...shown, { place: '其余', problem: `还有 ${rest} 处，改好上面的再导入一次` }] : shown,
    }
  } catch (cause) {
    if (!(cause instanceof SheetError)) throw cause
    return { events: [], silences: [], problems: [{ place: '整个文件', problem: cause.message }] }
  }
}
