import { expect, test } from 'vitest'
import { type Box, layOut, type Wish } from './layout.ts'

const wish: Wish = { side: 'right', panelBy: { x: 0, y: 0 }, pillBy: { x: 0, y: 0 }, scale: 1 }
const top: Box = { left: 0, top: 0, right: 1366, bottom: 52 }
const bottom: Box = { left: 0, top: 708, right: 1366, bottom: 768 }

test('between the host’s bars, at the right', () => {
  const { panel } = layOut({ width: 1366, height: 768 }, [top, bottom], wish)
  expect(panel).toEqual({ left: 1366 - 16 - 392, width: 392, top: 60, height: 640 })
})

test('narrower on a narrow window', () => {
  expect(layOut({ width: 1280, height: 768 }, [], wish).panel?.width).toBe(360)
})

test('at the left when the right is taken', () => {
  const column: Box = { left: 1000, top: 100, right: 1366, bottom: 600 }
  expect(layOut({ width: 1366, height: 768 }, [column], wish).panel?.left).toBe(16)
})

test('no panel where neither side has 420 pixels', () => {
  const middle: Box = { left: 0, top: 300, right: 1366, bottom: 420 }
  expect(layOut({ width: 1366, height: 768 }, [middle], wish).panel).toBeUndefined()
})

test('the pill slides along the edge until it covers nothing', () => {
  const control: Box = { left: 1200, top: 620, right: 1366, bottom: 720 }
  const { pill } = layOut({ width: 1366, height: 768 }, [control], wish)
  expect(pill.top + 44 <= control.top || pill.top >= control.bottom).toBe(true)
})

test('a place chosen by hand is kept only while it covers nothing', () => {
  const moved = { ...wish, panelBy: { x: -300, y: 0 } }
  expect(layOut({ width: 1366, height: 768 }, [top, bottom], moved).panel?.left).toBe(1366 - 16 - 392 - 300)
  const under: Box = { left: 700, top: 300, right: 760, bottom: 340 }
  expect(layOut({ width: 1366, height: 768 }, [top, bottom, under], moved).panel?.left).toBe(1366 - 16 - 392)
})
