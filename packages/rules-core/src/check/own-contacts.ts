import type { Hit } from '../detectors/detector.ts'
import { fold } from '../text/fold.ts'

/** Categories whose findings are about somebody's number or account. */
const PRIVATE: ReadonlySet<string> = new Set(['mobile-phone', 'landline-private', 'personal-other'])

/**
 * The office's own contacts (design.md §5) are never private, however they are written: numbers are compared by their digits, with or
 * without 86, mail addresses and accounts letter by letter. Answers what tells an own contact in a text, or undefined if there are none.
 */
export function ownContacts(contacts: readonly string[], category: string): ((hit: Hit, text: string) => boolean) | undefined {
  if (contacts.length === 0 || !PRIVATE.has(category)) return undefined
  const own = new Set(contacts.map(keyOf))
  return (hit, text) => own.has(keyOf(hit.canonical ?? '')) || own.has(keyOf(text.slice(hit.start, hit.end)))
}

function keyOf(contact: string): string {
  const text = fold(contact).text.replace(/\s/g, '')
  const digits = text.replace(/[^\d]/g, '')
  // A number may be written with brackets, dashes and the country's code; whatever has other letters is taken as it is.
  return /^[+\d()\-—.·]+$/.test(text) ? digits.replace(/^(?:0086|86(?=1\d{10}$))/, '') : text
}
