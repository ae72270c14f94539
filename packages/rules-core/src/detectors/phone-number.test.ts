import { describe, expect, test } from 'vitest'
import { draftOf } from '../testing/drafts.ts'
import { foundIn, hitsIn } from './found-in.ts'
import { phoneNumber } from './phone-number.ts'

describe('mobile numbers', () => {
  test.each([
    ['电话13800138000。', ['13800138000']],
    ['138-0013-8000', ['138-0013-8000']],
    ['138 0013 8000', ['138 0013 8000']],
    ['１３８００１３８０００', ['１３８００１３８０００']],
    ['+8613800138000', ['+8613800138000']],
    ['+86 138-0013-8000', ['+86 138-0013-8000']],
    ['008613800138000', ['008613800138000']],
    ['1 3 8 0 0 1 3 8 0 0 0', ['1 3 8 0 0 1 3 8 0 0 0']],
    ['一三八零零一三八零零零', ['一三八零零一三八零零零']],
    ['13800138000/13900139000', ['13800138000', '13900139000']],
    ['16512345678、19212345678', ['16512345678', '19212345678']],
    ['15412345678', []],
    ['5 0 0 1 1 0 1 9 6 2 0 8 1 5 1 0 2 4', []],
    ['500110 19620815 1025，13800138000', ['13800138000']],
    ['12800138000', []],
    ['138****8000', []],
    ['138001380001', []],
    ['a13800138000', []],
    ['2023-48612345', []],
    ['13 800 138000 件', []],
  ])('%s', (text, expected) => {
    expect(foundIn(phoneNumber, { kind: 'mobile' }, text)).toEqual(expected)
  })

  test('the value has no country code, and the fix hides the middle', () => {
    expect(hitsIn(phoneNumber, { kind: 'mobile' }, '+86 13800138000')).toMatchObject([
      { canonical: '13800138000', replacement: '138****8000' },
    ])
  })

  test('contexts see the lines above', () => {
    const options = {
      kind: 'mobile',
      certainty: 'doubtful',
      contexts: [{ at: 'lines', like: ['住址[:：]'], effect: 'certain', says: '记录' }],
    }
    expect(foundIn(phoneNumber, options, draftOf('姓名：张某\n住址：某村\n电话13800138000'))).toEqual(['13800138000'])
    expect(foundIn(phoneNumber, options, draftOf('姓名：张某\n电话13800138000'))).toEqual(['13800138000?'])
  })
})

describe('landline numbers', () => {
  test.each([
    ['023-48612345', ['023-48612345']],
    ['(023)48612345', ['(023)48612345']],
    ['02348612345', ['02348612345']],
    ['0816 2345678', ['0816 2345678']],
    ['48612345', []],
    ['023-18612345', []],
    ['12345', []],
    ['2023-48612345', []],
  ])('%s', (text, expected) => {
    expect(foundIn(phoneNumber, { kind: 'landline' }, text)).toEqual(expected)
  })
})
