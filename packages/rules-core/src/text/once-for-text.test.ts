import { expect, test } from 'vitest'
import { onceForText } from './once-for-text.ts'

test('a text is computed once until another one comes', () => {
  const asked: string[] = []
  const lengthOf = onceForText((text) => {
    asked.push(text)
    return text.length
  })
  expect([lengthOf(''), lengthOf(''), lengthOf('甲'), lengthOf('甲'), lengthOf('乙丙'), lengthOf('甲')]).toEqual([0, 0, 1, 1, 2, 1])
  expect(asked).toEqual(['', '甲', '乙丙', '甲'])
})
