import { confirmationsFor, missingConfirmations, type ReviewItem } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { layered, type Place } from '../shipped-packs.ts'

const plain: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }
const places = Object.keys(layered) as Place[]

test.each(places)('%s: an ordinary text is asked no more than fits on one sheet', (place) => {
  const asked = confirmationsFor(layered[place].confirmations, 'publish', { item: plain, surface: 'website', subjects: [], digest: 'd' })
  expect(asked.length).toBeLessThanOrEqual(10)
  expect(new Set(asked.map(({ title }) => title)).size).toBeLessThanOrEqual(5)
})

test('綦江 answers each of the six of its negative list, about exactly this text', () => {
  const { confirmations } = layered.qijiang
  const thing = { item: plain, surface: 'website' as const, subjects: [], digest: 'd1' }
  const list = confirmationsFor(confirmations, 'publish', thing).filter(({ title }) => title === '负面清单')
  expect(list).toHaveLength(6)
  const answers = list.map(({ id }) => ({ confirmationId: id, answer: 'no', by: '甲', at: 1, digest: 'd1' }))
  const left = (digest: string) => missingConfirmations(list, 'publish', { ...thing, digest }, answers).length
  expect(left('d1')).toBe(0)
  expect(left('d2')).toBe(6)
  const yes = answers.map((one, i) => (i === 3 ? { ...one, answer: 'yes' } : one))
  expect(missingConfirmations(list, 'publish', thing, yes)).toMatchObject([{ clauseIds: ['qij-17-0', 'qij-17-4'] }])
})

test.each([
  ['qijiang', 'open-account', ['cq64-3.3.1-e', 'qij-13-b']],
  ['qianjiang', 'close-account', ['cq64-3.3.1-e']],
  ['chongqing', 'build-app', ['cq64-3.3.1-f', 'cq64-3.3.1-g']],
  ['tongchuan', 'exit-supervision', ['tc-8.2-a']],
  ['tongchuan', 'take-offline', ['tc-8.1-f', 'tc-8.1-c']],
  ['tongchuan', 'change-domain', ['tc-10-d']],
  ['hangzhou', 'open-account', ['hz65-2.3.1-g']],
  ['qijiang', 'answer-application', ['qij-19-a']],
] as const)('%s: %s waits for its papers', (place, act, clauses) => {
  const missing = missingConfirmations(layered[place].confirmations, act, { item: plain }, [])
  expect(new Set(missing.flatMap(({ clauseIds }) => clauseIds))).toEqual(new Set(clauses))
})
