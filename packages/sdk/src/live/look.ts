import type { CheckSession, Draft } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'
import type { Clock } from '../outbox/outbox-port.ts'
import type { Look } from './watch.ts'

const BEIJING_MS = 8 * 3_600_000

/** Reads the editor and checks what it holds now. Whatever goes wrong on a foreign page is an answer, never a silence. */
export function lookAt(editor: EditorAdapter, session: CheckSession, account: string, clock: Clock): Look {
  if (editor.probe() !== 'ready') return { kind: 'unchecked', why: 'not-recognised' }
  let draft: Draft
  try {
    draft = editor.read()
  } catch (cause) {
    console.warn('attach: the editor could not be read; the panel says so', cause)
    return { kind: 'unchecked', why: 'unreadable' }
  }
  return checkDraft(draft, session, account, clock)
}

/** Characters from which a first check would be felt: some 100 ms on an old computer. */
const LONG = 200_000

/**
 * Gets a session ready for what an editor holds, in slices between which the page goes on; the look that follows is then quick. Answers
 * undefined where there is nothing to get ready for.
 */
export function readyInSlices(editor: EditorAdapter, session: CheckSession, pause: () => Promise<boolean>): Promise<unknown> | undefined {
  if (editor.probe() !== 'ready') return undefined
  try {
    const draft = editor.read()
    const length = draft.blocks.reduce((sum, { text }) => sum + text.length, 0)
    return length < LONG ? undefined : session.updateInSlices(draft, pause)
  } catch {
    // What cannot be read is told by the look that follows.
    return undefined
  }
}

/** The same for a draft that is at hand. Adds the account and the Beijing day where they are missing. */
export function checkDraft(draft: Draft, session: CheckSession, account: string, clock: Clock): Look {
  const day = new Date(clock.now() + BEIJING_MS).toISOString().slice(0, 10)
  const whole: Draft = { ...draft, meta: { account, day, ...draft.meta } }
  const before = performance.now()
  const verdict = session.update(whole)
  if (verdict.draftDigest === null) return { kind: 'unchecked', why: 'too-long', draft: whole, verdict }
  return { kind: 'checked', draft: whole, verdict, ms: performance.now() - before }
}

/** Nothing to publish yet: no text, no media, no files. */
export function isEmpty(draft: Draft): boolean {
  return draft.blocks.every(({ text }) => text.trim() === '') && draft.images.length === 0 && draft.attachments.length === 0
}
