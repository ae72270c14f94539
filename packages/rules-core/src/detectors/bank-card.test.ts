import { expect, test } from 'vitest'
import { bankCard } from './bank-card.ts'
import { foundIn, hitsIn } from './found-in.ts'

test.each([
  ['6222021001116245702', ['6222021001116245702?'], 'UnionPay, nineteen digits'],
  ['6222 0210 0111 6245 702', ['6222 0210 0111 6245 702?'], 'in groups of four'],
  ['4111111111111111', ['4111111111111111?'], 'a published test card'],
  ['６２２２０２１００１１１６２４５７０２', ['６２２２０２１００１１１６２４５７０２?'], 'full width'],
  ['6222021001116245703', [], 'wrong check digit'],
  ['62220210011162457', [], 'wrong check digit once cut'],
  ['9222021001116245702', [], 'no issuer begins so'],
  ['16222021001116245702', [], 'a digit before it'],
  ['6222 **** **** **** 702', [], 'masked'],
  ['6 2 2 2 0 2 1 0 0 1 1 1 6 2 4 5 7 0 2', ['6 2 2 2 0 2 1 0 0 1 1 1 6 2 4 5 7 0 2?'], 'digit by digit'],
  ['9 6 2 2 2 0 2 1 0 0 1 1 1 6 2 4 5 7 0 2', [], 'a piece of a longer row of figures'],
  ['621799、143806、4836544', ['621799、143806、4836544?'], 'read out with pauses'],
  ['62，17，99，14，38，06，48，36，54，4', [], 'a list of small numbers'],
  ['620102199003071555', [], 'an identity number of Gansu'],
])('%s (%#)', (text, expected) => {
  expect(foundIn(bankCard, {}, text)).toEqual(expected)
})

test('the fix keeps four signs at each end', () => {
  expect(hitsIn(bankCard, {}, '卡号6222021001116245702')).toMatchObject([
    { canonical: '6222021001116245702', replacement: '6222 **** **** 5702' },
  ])
})

test('the last context that holds decides', () => {
  const contexts = [
    { at: 'near', reach: 10, when: ['卡号'], effect: 'certain', says: '写着卡号' },
    { at: 'block', when: ['财政专户'], effect: 'drop', says: '单位账户' },
  ]
  expect(foundIn(bankCard, { contexts }, '卡号6222021001116245702')).toEqual(['6222021001116245702'])
  expect(foundIn(bankCard, { contexts }, '财政专户，卡号6222021001116245702')).toEqual([])
})

test('a piece of an identity number is no card', () => {
  expect(foundIn(bankCard, {}, '身份证号 6201021990030710 02')).toEqual([])
})
