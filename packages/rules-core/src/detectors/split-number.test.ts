import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { foundIn } from './found-in.ts'
import { splitNumber } from './split-number.ts'

const table = (...rows: readonly (readonly string[])[]) => {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  return readMarkup(parseHtml(`<table>${cells}</table>`), {}, { surface: 'website' })
}
const digits = (number: string) => Array.from(number)

describe('a number spread over cells', () => {
  test.each([
    ['landline', ['乐长庚', '023', '80003861'], ['80003861']],
    ['landline', ['乐长庚', '023', '8000', '3861'], ['8000']],
    ['landline', ['乐长庚', '023-80003861', '3'], []],
    ['landline', ['023', '乐长庚', '80003861'], []],
    ['mobile', ['张某', '138', '0013', '8000'], ['0013']],
    ['mobile', ['张某', ...digits('13800138000')], ['1']],
    ['mobile', ['张某', '13800138000', '2'], []],
    ['bank-card', ['张某', '6222', '0210', '0111', '6245', '702'], ['6222']],
    ['resident-id', ['张某', ...digits('11010519491231002x')], ['1']],
    ['resident-id', ['张某', ...digits('110105194912310021')], []],
  ] as const)('%s: %j', (kind, row, expected) => {
    expect(foundIn(splitNumber, { kind }, table(['甲', '乙'], row))).toEqual(expected)
  })
})

test('contexts see the headers of all its cells', () => {
  const contexts = [{ at: 'header', like: ['区号.*家里电话'], effect: 'need', says: '家里的电话' }]
  expect(foundIn(splitNumber, { kind: 'landline', contexts }, table(['区号', '家里电话'], ['023', '80003861']))).toEqual(['80003861'])
  expect(foundIn(splitNumber, { kind: 'landline', contexts }, table(['区号', '办公电话'], ['023', '80003861']))).toEqual([])
})
