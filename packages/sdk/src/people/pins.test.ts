import { expect, test } from 'vitest'
import { fakeClock } from '../testing/fake-clock.ts'
import { memoryPins, openPins } from './pins.ts'

test('five wrong tries lock for fifteen minutes, and the right PIN does not help meanwhile', { timeout: 60_000 }, async () => {
  const clock = fakeClock()
  const pins = openPins(memoryPins(), clock)
  await pins.set('per_A', '246810')
  for (const left of [4, 3, 2, 1, 0]) expect(await pins.check('per_A', '000000')).toMatchObject({ right: false, left })
  expect(await pins.check('per_A', '246810')).toEqual({ right: false, left: 0, lockedMinutes: 15 })
  clock.pass(15 * 60_000)
  expect(await pins.check('per_A', '246810')).toEqual({ right: true })
})

test('a PIN that is set is not set anew without it', { timeout: 30_000 }, async () => {
  const pins = openPins(memoryPins(), fakeClock())
  await pins.set('per_A', '246810')
  expect(await pins.set('per_A', '111111')).toMatchObject({ right: false })
  expect(await pins.check('per_A', '246810')).toEqual({ right: true })
})

test('whoever has no PIN yet is not let in', async () => {
  expect(await openPins(memoryPins(), fakeClock()).check('per_A', '246810')).toMatchObject({ right: false })
})
