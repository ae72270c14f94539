import { expect, test } from 'vitest'
import { colours, themeNames } from './tokens.ts'

/** WCAG 2.2 contrast of two sRGB colours. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const TEXT_PAIRS = [
  ['text', 'surface'],
  ['text-2', 'surface'],
  ['text-3', 'surface'],
  ['text-3', 'surface-2'],
  ['brand', 'surface'],
  ['on-brand', 'brand'],
  ['hold', 'hold-soft'],
  ['ask', 'ask-soft'],
  ['hint', 'hint-soft'],
  ['clear', 'clear-soft'],
  ['un', 'un-soft'],
  ['done', 'done-soft'],
  ['over', 'surface'],
  ['text', 'hold-soft'],
  ['surface', 'hold'],
  ['surface', 'ask'],
  ['surface', 'un'],
] as const
const PART_PAIRS = [
  ['line-control', 'surface'],
  ['hold-mark', 'surface'],
  ['ask-mark', 'surface'],
  ['hint-mark', 'surface'],
] as const

for (const [column, theme] of themeNames.entries()) {
  test.each(TEXT_PAIRS)(`${theme}: words in %s on %s have 4.5 to 1`, (words, ground) => {
    expect(contrast(colours[words]![column]!, colours[ground]![column]!)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(PART_PAIRS)(`${theme}: the line %s on %s has 3 to 1`, (line, ground) => {
    expect(contrast(colours[line]![column]!, colours[ground]![column]!)).toBeGreaterThanOrEqual(3)
  })
}
