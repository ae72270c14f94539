import {
  beijingDay,
  type Duty,
  type DutyEvent,
  type DutyStatus,
  dutyStatus,
  forecast,
  printDemand,
  type Surface,
} from '@qianshao/rules-core'
import type { Context } from '../context.ts'
import type { DutyLine, UncountedDuty } from '../dashboard/shapes.ts'
import type { Column, EntryRow, Office } from '../store/store.ts'
import { type OfficeRules, officeRules } from './office-rules.ts'
import { isCadence, registeredPublications, registeredStatus } from './registered-duties.ts'

const SURFACES: Record<string, Surface> = { web: 'website', wechat: 'wechat', weibo: 'weibo', app: 'app' }
const WHOLE_ACCOUNT = 'whole-account'
const URGENCY: Record<DutyLine['status'], number> = { overdue: 0, 'due-soon': 1, 'cannot-tell': 2, fresh: 3 }

const SHOWN_EVIDENCE = 5

/**
 * What every office, or one, owes by a date, most urgent first: each column against each cadence of its class, and what the office's
 * register tells of. Duties of which nothing is registered are named as uncounted, never judged from nothing.
 */
export async function dutyLines(
  { store, packs, clock, calendar }: Pick<Context, 'store' | 'packs' | 'clock' | 'calendar'>,
  only?: string,
): Promise<{ lines: DutyLine[]; uncounted: UncountedDuty[]; officesWithoutColumns: string[] }> {
  const now = clock.now()
  const offices = (await store.offices()).filter(({ id }) => only === undefined || id === only)
  const lines: DutyLine[] = []
  const uncounted = new Map<string, UncountedDuty>()
  for (const office of offices) {
    const rows = await store.entries({ office: office.id, from: lookBackTo(now), kinds: ['publish', 'unchecked', 'seen'] })
    const rules = officeRules(packs, office.pack)
    const { events: registered = [], silences = [] } = (await store.dutyRegister(office.id)) ?? {}
    for (const duty of rules.duties) {
      if (isCadence(duty) || duty.past) continue
      const status = registeredStatus(duty, registered, now, calendar, silences)
      const place = { account: '', column: '', columnTitle: duty.title }
      if (status) lines.push({ ...lineFrom(duty, status, rules), ...place, office: office.id, officeName: office.name, forecast: null })
      else uncounted.set(`${duty.id} ${duty.clauseIds[0]}`, uncountedFrom(duty, rules))
    }
    for (const column of [...office.columns, ...wholeAccounts(office)]) {
      const accountName = office.accounts.find(({ id }) => id === column.account)?.name
      const isWhole = column.class === WHOLE_ACCOUNT
      const elsewhere = registeredPublications(column, accountName, surfaceOf(column.account), registered, isWhole)
      const events = [...eventsOf(column, rows), ...elsewhere]
      for (const duty of rules.duties) {
        if (!isCadence(duty) || !isOwedBy(duty, column)) continue
        lines.push({
          ...lineFrom(duty, dutyStatus(duty, events, now, calendar, silences), rules),
          office: office.id,
          officeName: office.name,
          account: column.account,
          column: column.id,
          columnTitle: column.title,
          forecast: forecast(duty, events, now, calendar)?.why ?? null,
        })
      }
    }
  }
  const officesWithoutColumns = offices.filter(({ columns }) => columns.length === 0).map(({ name }) => name)
  return { lines: lines.sort(byUrgency), uncounted: [...uncounted.values()], officesWithoutColumns }
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

function lineFrom(duty: Duty, { status, deadline, why, satisfiedBy, evidence }: DutyStatus, rules: OfficeRules) {
  return {
    dutyId: duty.id,
    dutyTitle: duty.title,
    demand: printDemand(duty.demand),
    status,
    // A duty in hours has its hour in `why`.
    deadline: deadline?.slice(0, 10) ?? null,
    why,
    satisfiedBy,
    evidence: evidence.slice(-SHOWN_EVIDENCE).map(({ at }) => at),
    citations: [...rules.cite(duty.clauseIds)],
  }
}

function uncountedFrom({ id, title, demand, owedBy, clauseIds }: Duty, rules: OfficeRules): UncountedDuty {
  return { dutyId: id, title, demand: printDemand(demand), owedBy: owedBy ?? 'office', citations: [...rules.cite(clauseIds)] }
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
