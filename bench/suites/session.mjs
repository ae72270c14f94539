// An open draft while somebody types: the check after each key, and the memory that checker and session hold for it.
import { createChecker, loadPack } from '@qianshao/rules-core'
import { interleave, median, ms, percentile } from '../measure.mjs'
import { heldBytes } from '../memory.mjs'
import { chainTexts } from '../packs.mjs'
import { row } from '../rows.mjs'
import { draftOf, prose } from '../texts.mjs'

const KEYS = 100
const TYPED = '经研究决定自发布之日起施行'
const inMs = (value) => `${ms(value)} ms`

export function* measure({ quick }) {
  // First, while the process is fresh.
  yield heldMemory()
  const checker = createChecker(chainTexts().map((text) => loadPack(JSON.parse(text))))
  yield* keystrokes(checker, 20_000, 0.1, quick)
  yield* keystrokes(checker, 100_000, 0.2, quick)
}

/** Every key changes one block by one character; the text is typed to its end and taken back again, so that no step is larger. */
function keystrokes(checker, length, most, quick) {
  const versions = typed(length)
  const session = checker.openSession()
  session.update(versions[0])
  const along = (turn) => {
    const step = turn % (2 * KEYS)
    return versions[step <= KEYS ? step : 2 * KEYS - step]
  }
  // The warm turns end where the timed ones begin.
  const found = interleave({ key: (turn) => session.update(along(turn)) }, { seconds: quick ? 0.8 : 8, warm: 2 * KEYS }).key
  const label = `one keystroke in ${length.toLocaleString('en')} characters`
  return [
    row(`${label}, p50`, median(found), { show: inMs, note: `${versions[0].blocks.length} blocks; ${found.length} keys` }),
    row(`${label}, p99`, percentile(found, 0.99), { most, show: inMs }),
  ]
}

/** The draft after each key. An editor is read anew each time, so no version shares a string with the one before. */
function typed(length) {
  const lines = prose(length).split('\n')
  const versions = [draftOf(lines.join('\n'))]
  for (let key = 0; key < KEYS; key++) {
    const at = (key * 7) % lines.length
    const middle = lines[at].length >> 1
    lines[at] = lines[at].slice(0, middle) + TYPED[key % TYPED.length] + lines[at].slice(middle)
    versions.push(draftOf(lines.map(copied).join('\n')))
  }
  return versions
}

const copied = (text) => Buffer.from(text, 'utf16le').toString('utf16le')

function heldMemory() {
  const draft = draftOf(prose(20_000))
  const texts = chainTexts()
  const before = heldBytes()
  const checker = createChecker(texts.map((text) => loadPack(JSON.parse(text))))
  const session = checker.openSession()
  session.update(draft)
  const bytes = heldBytes() - before
  // Named once more, or both could be collected before they are measured.
  session.update(draft)
  return row('heap held by checker and session, 20,000 characters', bytes / 1_000_000, {
    most: 15,
    show: (value) => `${value.toFixed(1)} MB`,
    note: `${checker.rules.length} rules with their packs, code included`,
  })
}
