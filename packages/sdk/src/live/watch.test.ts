// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import type { EditorAdapter } from '../editor/adapter.ts'
import { fakeClock } from '../testing/fake-clock.ts'
import { type Look, watchEditor } from './watch.ts'

const life: AbortController[] = []
afterEach(() => {
  for (const one of life.splice(0)) one.abort()
})

/** An editor that only tells of changes, and looks that take so many milliseconds each. */
function setUp(ms: number) {
  const clock = fakeClock()
  const stop = new AbortController()
  life.push(stop)
  let change = () => {}
  const editor: EditorAdapter = {
    probe: () => 'ready',
    read: () => ({ blocks: [], tables: [], links: [], images: [], marks: [], attachments: [], meta: { surface: 'website' } }),
    onChange(notify) {
      change = notify
    },
    reveal() {},
    publishControls: () => [],
  }
  const verdict = { decision: 'clear', coverage: 'full', findings: [], packs: [], draftDigest: '', engine: '0.1.0' } as const
  let looks = 0
  const look = (): Look => {
    looks += 1
    return { kind: 'checked', draft: editor.read(), verdict, ms }
  }
  const watching = watchEditor(editor, look, clock, { changed() {}, looked() {} }, stop.signal)
  watching.lookNow()
  return { clock, change: () => change(), looks: () => looks }
}

test('looks once the hands have rested for 150 ms', () => {
  const { clock, change, looks } = setUp(2)
  change()
  clock.pass(100)
  change()
  clock.pass(149)
  expect(looks()).toBe(1)
  clock.pass(1)
  expect(looks()).toBe(2)
})

test.each([
  [400, 1_200],
  [5_000, 3_000],
])('after a look that took %i ms the hands may rest for %i ms', (ms, pause) => {
  const { clock, change, looks } = setUp(ms)
  change()
  clock.pass(pause - 1)
  expect(looks()).toBe(1)
  clock.pass(1)
  expect(looks()).toBe(2)
})

test('nothing is looked at while an input method is composing, and once when it ends', () => {
  const { clock, change, looks } = setUp(2)
  document.dispatchEvent(new Event('compositionstart'))
  change()
  clock.pass(1_000)
  expect(looks()).toBe(1)
  document.dispatchEvent(new Event('compositionend'))
  clock.pass(150)
  expect(looks()).toBe(2)
})
