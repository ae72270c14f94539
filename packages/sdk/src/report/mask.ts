import type { Category } from '@qianshao/rules-core'
import { normalLine } from '@qianshao/rules-core'

const NEVER_SHOWN: readonly string[] = ['credential-leak', 'state-secret-marking', 'work-secret']
const INVISIBLE = /\u200C|\u200D|[\uFE00-\uFE0F]/g

/**
 * The only excerpt that leaves the device, and what the panel shows of a number: at most two characters at each end, always three
 * asterisks, so that the length is not told (protocol.md §2.4).
 */
export function mask(value: string, category: Category | 'title'): string {
  if (NEVER_SHOWN.includes(category)) return '***'
  const visible = [...normalLine(value).replace(INVISIBLE, '')]
  // An asterisk of the text itself would make a second run, which the ledger's closed form refuses.
  const safe = visible.map((character) => (character === '*' ? '＊' : character))
  const shown = safe.length < 2 ? [0, 0] : safe.length < 5 ? [1, 0] : safe.length < 8 ? [1, 1] : [2, 2]
  return `${safe.slice(0, shown[0]).join('')}***${shown[1] ? safe.slice(-shown[1]).join('') : ''}`
}
