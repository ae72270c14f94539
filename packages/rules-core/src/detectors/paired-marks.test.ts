import { expect, test } from 'vitest'
import { foundIn } from './found-in.ts'
import { pairedMarks } from './paired-marks.ts'

test.each([
  ['印发《安全生产条例的通知。', ['《安全生产条例的通知?']],
  ['印发安全生产条例》的通知', ['印发安全生产条例》?']],
  ['（详见附件', ['（详见附件?']],
  ['要做到“应保尽保，应救尽救。', ['“应保尽保?']],
  ['《关于印发《管理办法》的通知》', ['《管理办法》的通知》?']],
  ['【活动时间】三月（周二）', []],
  ['《关于印发〈管理办法〉的通知》', []],
  ['“他说：‘可以。’”', []],
  ['1）材料；2）证明', []],
  ['a) 申请表', []],
  ['“第一段话没有完。', []],
  ['it’s', []],
])('%s', (text, expected) => {
  expect(foundIn(pairedMarks, {}, text)).toEqual(expected)
})

test('a drawing of brackets is told twenty times, and takes no longer than a text', () => {
  expect(foundIn(pairedMarks, {}, '（'.repeat(20_000))).toHaveLength(20)
})
