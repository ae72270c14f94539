import type * as shapes from './shapes.ts'

/** An office while it is being entered. */
export type OfficeDraft = Omit<shapes.OfficeShape, 'devices'>

/** What is wrong at a place of the form, such as `accounts.0.id`. */
export type ProblemAt = (path: string) => string | undefined

/** A part of the form: what it shows, and how it changes the draft. */
export interface FormPart {
  draft: OfficeDraft
  problemAt: ProblemAt
  onChange(part: Partial<OfficeDraft>): void
}

export function draftOf(office: shapes.OfficeShape | undefined, packs: shapes.Offices['packs']): OfficeDraft {
  if (!office) return { id: '', name: '', pack: packs[0]?.id ?? '', accounts: [{ id: '', name: '' }], columns: [], origins: [] }
  const { devices: _, ...draft } = office
  return draft
}

export function replaced<T>(items: readonly T[], at: number, item: T): T[] {
  return items.map((old, i) => (i === at ? item : old))
}

export function without<T>(items: readonly T[], at: number): T[] {
  return items.filter((_, i) => i !== at)
}
