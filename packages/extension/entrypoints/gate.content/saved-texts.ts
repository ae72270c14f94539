import type { SentText } from '../../sites/outgoing.ts'

/** Kept in the page's own memory only, never stored: what the latest accepted save of each draft carried. */
export interface SavedTexts {
  keep(key: string, texts: readonly SentText[]): void
  of(key: string): readonly SentText[] | undefined
}

/** A page has few drafts open; the oldest are let go, and their publication is then checked against the editor. */
const MOST_DRAFTS = 20

export function keepSavedTexts(): SavedTexts {
  const kept = new Map<string, readonly SentText[]>()
  return {
    keep(key, texts) {
      if (key === '') return
      kept.delete(key)
      kept.set(key, texts)
      const oldest = kept.keys().next().value
      if (kept.size > MOST_DRAFTS && oldest !== undefined) kept.delete(oldest)
    },
    of: (key) => (key === '' ? undefined : kept.get(key)),
  }
}
