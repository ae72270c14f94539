import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseWitnesses } from '../detectors/chosen-witnesses.ts'
import type { Witnesses } from '../detectors/witness.ts'
import { mayHoldNumber } from '../text/number-runs.ts'
import { createWaking } from './waking.ts'

const createWakingOf = (rules: readonly (readonly Witnesses[] | undefined)[]) =>
  createWaking(rules.map((one) => one && chooseWitnesses(one)))
const words = (...list: string[]): Witnesses => [{ words: list }]

test('a rule is woken by any of its searches, and told which', () => {
  const wake = createWakingOf([[words('转发'), words('点赞')], [words('机密')], undefined, []])
  expect(wake('请转发')).toEqual([0, 1, 2, -1])
  expect(wake('请点赞，请转发')).toEqual([0, 3, 2, -1])
  expect(wake('机密')).toEqual([1, -1, 2, -1])
  expect(wake('通知')).toEqual([2, -1])
})

test('all witnesses of a search must be there', () => {
  const wake = createWakingOf([[[{ words: ['严禁'] }, { words: ['转发', '点赞'] }]]])
  expect(wake('严禁吸烟')).toEqual([])
  expect(wake('严禁点赞')).toEqual([0, -1])
})

test('single signs wake as well, and what every text holds is not asked for', () => {
  const wake = createWakingOf([[words('★')], [words(...'0123456789')]])
  expect(wake('机密★1年')).toEqual([0, -1, 1, -1])
  expect(wake('通知')).toEqual([1, -1])
})

test('a row of eleven digits is what the detectors of numbers take for one', () => {
  const wake = createWakingOf([[[{ digits: 11 }]]])
  const signs = fc.constantFrom('1', '9', '一', '幺', 'o', 'l', ' ', '-', '、', '\n', '.', '甲', '。')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 40 }), (list) => {
      const text = list.join('')
      expect(wake(text).length > 0).toBe(mayHoldNumber(text))
    }),
    { numRuns: 2_000 },
  )
})

test('more rules than a number has bits are told in their order, each text by itself', () => {
  const signs = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥', (sign) => sign)
  // Words of one character are found like words of several; every third rule runs always.
  const rules = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? undefined : [words(signs[i % signs.length]!), words(`第${i}条`)]))
  const wake = createWakingOf(rules)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs, '第1条', '第98条', '第50条', '第51条', '。'), { maxLength: 12 }), (list) => {
      const text = list.join('')
      const expected = rules.flatMap((_, i) => {
        if (i % 3 === 0) return [i, -1]
        const mask = (text.includes(signs[i % signs.length]!) ? 1 : 0) | (text.includes(`第${i}条`) ? 2 : 0)
        return mask === 0 ? [] : [i, mask]
      })
      expect(wake(text)).toEqual(expected)
    }),
  )
})
