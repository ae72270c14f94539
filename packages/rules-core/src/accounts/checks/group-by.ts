import type { BookRecord } from '../book.ts'

/** Records by a key, in their order. A book of forty thousand rows may be of one office. */
export function groupBy(records: Iterable<BookRecord>, keyOf: (record: BookRecord) => string): ReadonlyMap<string, readonly BookRecord[]> {
  const groups = new Map<string, BookRecord[]>()
  for (const record of records) {
    const key = keyOf(record)
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  return groups
}

/** The first of many names, so that a message stays one. */
export function listed(names: readonly string[]): string {
  return names.length > 10 ? `${names.slice(0, 10).join('、')} 等` : names.join('、')
}
