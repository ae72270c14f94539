import { beijingDay, type Duty, type DutyEvent, dutyStatus, type Surface } from '@qianshao/rules-core'
import type { Context } from '../context.ts'
import type { DutyLine } from '../dashboard/shapes.ts'
import type { Column, EntryRow, Office } from '../store/store.ts'
import { officeRules } from './office-rules.ts'

const SURFACES: Record<string, Surface> = { web: 'website', wechat: 'wechat', weibo: 'weibo', app: 'app' }
const WHOLE_ACCOUNT = 'whole-account'
const URGENCY: Record<DutyLine['status'], number> = { overdue: 0, 'due-soon': 1, 'cannot-tell': 2, fresh: 3 }

/** What every office, or one, owes by a date: each column against each duty of its class, most urgent first. */
export async function dutyLines(
  { store, packs, clock, calendar }: Pick<Context, 'store' | 'packs' | 'clock' | 'calendar'>,
  only?: string,
): Promise<{ lines: DutyLine[]; officesWithoutColumns: string[] }> {
  const now = clock.now()
  const offices = (await store.offices()).filter(({ id }) => only === undefined || id === only)
  const lines: DutyLine[] = []
  for (const office of offices) {
    const rows = await store.entries({ office: office.id, from: lookBackTo(now), kinds: ['publish', 'unchecked', 'seen'] })
    const rules = officeRules(packs, office.pack)
    for (const column of [...office.columns, ...wholeAccounts(office)]) {
      const events = eventsOf(column, rows)
      for (const duty of rules.duties) {
        if (!isOwedBy(duty, column)) continue
        const { status, deadline, why, satisfiedBy } = dutyStatus(duty, events, now, calendar)
        lines.push({
          office: office.id,
          officeName: office.name,
          account: column.account,
          column: column.id,
          columnTitle: column.title,
          dutyId: duty.id,
          dutyTitle: duty.title,
          status,
          deadline,
          why,
          satisfiedBy,
          citations: [...rules.cite(duty.clauseIds)],
        })
      }
    }
  }
  const officesWithoutColumns = offices.filter(({ columns }) => columns.length === 0).map(({ name }) => name)
  return { lines: lines.sort(byUrgency), officesWithoutColumns }
}

// The longest cadence is a calendar year, and a yearly quota judges the year that closed last.
function lookBackTo(now: number): number {
  const lastYear = Number(beijingDay(now).slice(0, 4)) - 1
  return Date.parse(`${lastYear}-01-01T00:00:00+08:00`)
}

// An account as a whole owes what names no column, such as a number of posts a week.
function wholeAccounts(office: Office): Column[] {
  return office.accounts
    .filter(({ id }) => !office.columns.some((column) => column.account === id && column.class === WHOLE_ACCOUNT))
    .map(({ id, name }) => ({ account: id, id: WHOLE_ACCOUNT, title: name, class: WHOLE_ACCOUNT }))
}

function surfaceOf(account: string): Surface {
  return SURFACES[account.slice(0, account.indexOf(':'))] ?? 'other-media'
}

function isOwedBy({ appliesTo }: Duty, column: Column): boolean {
  const surfaces = appliesTo.surfaces
  if (surfaces && !surfaces.includes(surfaceOf(column.account))) return false
  return appliesTo.columns ? appliesTo.columns.includes(column.class) : column.class === WHOLE_ACCOUNT
}

function eventsOf(column: Column, rows: readonly EntryRow[]): DutyEvent[] {
  return rows.flatMap(({ entry }) => {
    if (entry.acct !== column.account) return []
    const base = { kind: 'published', surface: surfaceOf(entry.acct), column: column.class } as const
    if (entry.kind === 'publish') {
      const isHere = column.class === WHOLE_ACCOUNT || entry.column === column.id
      return isHere ? [{ ...base, at: entry.at, draftRef: entry.draft }] : []
    }
    // The platform's list and an unchecked page do not say in which column a post stands.
    if (column.class !== WHOLE_ACCOUNT) return []
    if (entry.kind === 'seen') return [{ ...base, at: Date.parse(`${entry.day}T12:00:00+08:00`), ref: entry.ref }]
    return entry.kind === 'unchecked' && entry.published ? [{ ...base, at: entry.at }] : []
  })
}

function byUrgency(a: DutyLine, b: DutyLine): number {
  return URGENCY[a.status] - URGENCY[b.status] || (a.deadline ?? '9').localeCompare(b.deadline ?? '9')
}
