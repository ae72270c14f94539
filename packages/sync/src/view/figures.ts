import type { LedgerEntry } from '@qianshao/rules-core'
import type { FigureName } from '../dashboard/shapes.ts'

/** What each figure of the overview counts; the list behind a figure is chosen by the same test. */
export const figureCounts: Record<FigureName, (entry: LedgerEntry) => boolean> = {
  published: (entry) => entry.kind === 'publish' || isPublishedUnread(entry),
  covered: (entry) => entry.kind === 'publish' && entry.gate !== 'none',
  held: (entry) => entry.kind === 'hold',
  unchecked: (entry) => (entry.kind === 'publish' && entry.gate === 'none') || isPublishedUnread(entry),
}

/** The kinds of entry that a figure can count at all, so that the database leaves out the rest. */
export const figureKinds: Record<FigureName, readonly LedgerEntry['kind'][]> = {
  published: ['publish', 'unchecked'],
  covered: ['publish'],
  held: ['hold'],
  unchecked: ['publish', 'unchecked'],
}

function isPublishedUnread(entry: LedgerEntry): boolean {
  return entry.kind === 'unchecked' && entry.published
}
