import { readFileSync } from 'node:fs'
import type { ReviewAction, ReviewItem, ReviewRole } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { openReviewDesk } from '../../packages/rules-core/cli/review-case.ts'
import { chains, type Place } from '../shipped-packs.ts'

const ROLES: Readonly<Record<string, ReviewRole>> = {
  h: 'handler',
  d: 'deputy-head',
  H: 'head',
  s: 'section-head',
  l: 'deputy-leader',
  o: 'office',
  g: 'open-gov-leader',
  m: 'main-leader',
  c: 'coordination',
  p: 'publicity-dept',
  r: 'responsible-department',
}
const ACTIONS: Readonly<Record<string, ReviewAction['action']>> = {
  '>': 'submit',
  '+': 'approve',
  '-': 'reject',
  '^': 'escalate',
  '~': 'reroute',
  '!': 'confirm',
  x: 'object',
  e: 'edit',
  '?': 'publish-request',
  '=': 'publish',
}
const ORIGINS: Readonly<Record<string, ReviewItem['origin']>> = {
  own: 'own',
  channel: 'other-channel',
  unit: 'direct-unit',
  event: 'other-department-event',
}

const answer = openReviewDesk((id) => chains[id as Place], 'chongqing')
const cases = readFileSync(new URL('./cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [place, item, steps, expected, clauses, note] = line.split('|').map((part) => part.trim())
    return { place: place!, item: item!, steps: steps!, expected: expected!, clauses: clauses!.split(' '), note: note! }
  })

test.each(cases)('$place, $item: $note', ({ place, item, steps, expected, clauses }) => {
  const got = answer(JSON.stringify({ id: 1, pack: place, item: itemOf(item), steps: steps.split(' ').filter(Boolean).map(stepOf) }))
  const [word, ...missing] = expected.split(' ')
  expect({ publishable: got.publishable, missing: got.missing }).toEqual({
    publishable: word === 'yes',
    missing: missing.map((code) => ROLES[code]),
  })
  expect(got.clauses).toEqual(expect.arrayContaining(clauses))
  expect(got.reason).toMatch(/^[\p{Script=Han}\d“”（）、，；：。 ]+$/u)
})

test('there are enough of them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120)
})

function itemOf(text: string) {
  const [origin, flags = ''] = text.split(' ')
  return {
    origin: ORIGINS[origin!]!,
    sensitive: flags.includes('S'),
    involves_other_units: flags.includes('U'),
    emergency: flags.includes('E'),
  }
}

function stepOf(text: string, i: number) {
  const [, role, person, action, hash] = /^(\w)(?:\((\w)\))?(.)([A-Z])$/.exec(text)!
  const at = `2026-03-02T09:${String(i).padStart(2, '0')}:00+08:00`
  return { role: ROLES[role!]!, action: ACTIONS[action!]!, by: person ?? role!, at, contentHash: hash! }
}
