import { expect, test } from 'vitest'
import { fixedList } from './fixed-list.ts'
import { foundIn, hitsIn } from './found-in.ts'

const options = { lists: ['四个意识：政治意识、大局意识、核心意识、看齐意识', '新发展理念：创新、协调、绿色、开放、共享'] }

test.each([
  ['政治意识、核心意识、大局意识、看齐意识', ['政治意识、核心意识、大局意识、看齐意识']],
  ['“四个意识”，即政治意识、大局意识、看齐意识。', ['政治意识、大局意识、看齐意识']],
  ['“四个意识”（政治意识、服务意识、核心意识、看齐意识）', ['政治意识、服务意识、核心意识、看齐意识']],
  ['四个意识：政治意识、大局意识、大局意识、看齐意识', ['政治意识、大局意识、大局意识、看齐意识']],
  ['“四个意识”，即政治意识、大局意识、核心意识、看齐意识', []],
  ['增强政治意识、看齐意识', []],
  ['增强看齐意识、大局意识', []],
  ['增强“四个意识”，强化看齐意识、大局意识', []],
  ['增强责任意识、政治意识、核心意识、大局意识、看齐意识', []],
  ['创新、绿色、协调、开放、共享的理念', ['创新、绿色、协调、开放、共享']],
  ['创新、协调', []],
  ['协调、', []],
  [
    '政治意识、核心意识、大局意识、看齐意识，创新、协调、绿色、共享、开放',
    ['政治意识、核心意识、大局意识、看齐意识', '创新、协调、绿色、共享、开放'],
  ],
])('%s', (text, expected) => {
  expect(foundIn(fixedList, options, text)).toEqual(expected)
})

test('the fix is the list as it should be', () => {
  expect(hitsIn(fixedList, options, '政治意识、核心意识、大局意识、看齐意识')).toMatchObject([
    { replacement: '政治意识、大局意识、核心意识、看齐意识' },
  ])
})

test('a line that is no list is refused', () => {
  expect(() => fixedList.prepare({ lists: ['四个意识：政治意识'] })).toThrow()
})
