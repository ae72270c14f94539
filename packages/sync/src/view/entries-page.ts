import { startOfDay } from '@qianshao/rules-core'
import type { EntryKind, FigureName } from '../dashboard/shapes.ts'
import type { EntryQuery, EntryRow, Store } from '../store/store.ts'
import { figureCounts, figureKinds } from './figures.ts'

const PAGE = 100
const STRIDE = 500

export interface EntriesWanted {
  office?: string | undefined
  kind?: EntryKind | undefined
  figure?: FigureName | undefined
  /** First Beijing day. */
  from?: string | undefined
  before?: { at: number; id: string } | undefined
}

/** One page of the ledger, newest first. A figure's test looks inside entries, so they are read in strides until the page is full. */
export async function entriesPage(store: Store, wanted: EntriesWanted): Promise<{ rows: readonly EntryRow[]; more: boolean }> {
  const { office, kind, figure, from, before } = wanted
  const counts = figure === undefined ? () => true : figureCounts[figure]
  const kinds = kind === undefined ? figure && figureKinds[figure] : [kind]
  const limit = figure === undefined ? PAGE + 1 : STRIDE
  const query: EntryQuery = {
    ...(office !== undefined && { office }),
    ...(kinds && { kinds }),
    ...(from !== undefined && { from: startOfDay(from) }),
    newestFirst: true,
    limit,
  }
  const found: EntryRow[] = []
  let olderThan = before
  for (;;) {
    const rows = await store.entries({ ...query, ...(olderThan && { olderThan }) })
    found.push(...rows.filter(({ entry }) => counts(entry)))
    const last = rows.at(-1)
    if (found.length > PAGE || rows.length < limit || !last) break
    olderThan = { at: last.entry.at, id: last.entry.id }
  }
  return { rows: found.slice(0, PAGE), more: found.length > PAGE }
}
