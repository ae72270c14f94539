import { describe, expect, test } from 'vitest'
import type { Confirmation, ReviewItem } from '../pack/schema.ts'
import { type ConfirmationAnswer, confirmationsFor, missingConfirmations, subjectsFor } from './confirm.ts'

const item: ReviewItem = { origin: 'own', sensitive: false, involvesOtherUnits: false, emergency: false }
const asking = (id: string, more: Partial<Confirmation> = {}): Confirmation => ({
  id,
  act: 'publish',
  title: id,
  question: `${id}？`,
  askedOf: '经办人员',
  answer: 'yes',
  severity: 'veto',
  clauseIds: ['one'],
  ...more,
})
const said = (confirmationId: string, answer: string, more: Partial<ConfirmationAnswer> = {}): ConfirmationAnswer => ({
  confirmationId,
  answer,
  by: '甲',
  at: 1,
  digest: 'd1',
  ...more,
})
const ids = (all: readonly Confirmation[]) => all.map(({ id }) => id)
const thing = { item, surface: 'website' as const, subjects: [], digest: 'd1' }

describe('what is asked', () => {
  const all = [
    asking('always'),
    asking('urgent', { when: { emergency: true } }),
    asking('media', { surfaces: ['wechat', 'weibo'] }),
    asking('letters', { subject: '公众留言来信' }),
    asking('account', { act: 'open-account' }),
  ]
  test.each([
    ['only what applies', {}, ['always']],
    ['an emergency', { item: { ...item, emergency: true } }, ['always', 'urgent']],
    ['its surface', { surface: 'weibo' as const }, ['always', 'media']],
    ['its subject', { subjects: ['公众留言来信'] }, ['always', 'letters']],
  ])('%s', (_, more, expected) => {
    expect(ids(confirmationsFor(all, 'publish', { ...thing, ...more }))).toEqual(expected)
  })
  test('all subjects, while nobody has said which', () => {
    expect(ids(confirmationsFor(all, 'publish', { item, surface: 'website', digest: 'd1' }))).toEqual(['always', 'letters'])
    expect(subjectsFor(all, 'publish', thing)).toEqual(['公众留言来信'])
  })
  test('every surface, while none is known', () => {
    expect(ids(confirmationsFor(all, 'publish', { item, subjects: [], digest: 'd1' }))).toEqual(['always', 'media'])
  })
})

describe('what counts as an answer', () => {
  test.each<[Confirmation['answer'], string, boolean]>([
    ['yes', 'yes', true],
    ['yes', 'no', false],
    ['yes', '', false],
    ['no', 'no', true],
    ['no', 'yes', false],
    ['reference', '渝府办〔2026〕3号', true],
    ['reference', '  ', false],
    ['date', '2026-03-01', true],
    ['date', '3月1日', false],
    ['date', '2026-13-01', false],
    ['address', 'https://example.gov.cn/a', true],
    ['address', 'example', false],
    ['person', '李经办', true],
    ['person', '', false],
  ])('%s: “%s” is %s', (answer, given, enough) => {
    expect(missingConfirmations([asking('a', { answer })], 'publish', thing, [said('a', given)])).toHaveLength(enough ? 0 : 1)
  })

  test('an answer is about exactly one text and lapses with an edit', () => {
    expect(missingConfirmations([asking('a')], 'publish', { ...thing, digest: 'd2' }, [said('a', 'yes')])).toHaveLength(1)
    expect(
      missingConfirmations([asking('a')], 'publish', { ...thing, digest: 'd2' }, [said('a', 'yes'), said('a', 'yes', { digest: 'd2' })]),
    ).toEqual([])
  })
  test('without a digest nothing about a publication is answered', () => {
    const { digest: _, ...undigested } = said('a', 'yes')
    expect(missingConfirmations([asking('a')], 'publish', { item, subjects: [] }, [undigested])).toHaveLength(1)
  })
  test('the last answer counts, whatever the order they come in', () => {
    const late = said('a', 'no', { at: 5 })
    expect(missingConfirmations([asking('a')], 'publish', thing, [late, said('a', 'yes')])).toHaveLength(1)
    expect(missingConfirmations([asking('a')], 'publish', thing, [said('a', 'no'), said('a', 'yes', { at: 5 })])).toEqual([])
  })
  test('other acts have no text', () => {
    const { digest: _, ...filed } = said('b', 'BA-2026-1')
    const account = asking('b', { act: 'open-account', answer: 'reference' })
    expect(missingConfirmations([account], 'open-account', { item }, [filed])).toEqual([])
    expect(missingConfirmations([account], 'open-account', { item }, [])).toEqual([account])
  })
})
