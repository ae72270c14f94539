import { normalLine } from '../draft/normal-form.ts'
import type { Category } from '../pack/schema.ts'

const NEVER_SHOWN: readonly string[] = ['credential-leak', 'state-secret-marking', 'work-secret']
const INVISIBLE = /\u200C|\u200D|[\uFE00-\uFE0F]/g

/**
 * The only excerpt that leaves a device, and what is shown of a number outside the draft: at most two characters at each end, always
 * three asterisks, so that the length is not told (protocol.md §2.4).
 */
export function mask(value: string, category: Category | 'title'): string {
  if (NEVER_SHOWN.includes(category)) return '***'
  // An asterisk of the text itself would make a second run, which the ledger's closed form refuses.
  const visible = [...normalLine(value).replace(INVISIBLE, '')].map((character) => (character === '*' ? '＊' : character))
  const [head, tail] = visible.length < 2 ? [0, 0] : visible.length < 5 ? [1, 0] : visible.length < 8 ? [1, 1] : [2, 2]
  return `${visible.slice(0, head).join('')}***${tail > 0 ? visible.slice(-tail).join('') : ''}`
}
