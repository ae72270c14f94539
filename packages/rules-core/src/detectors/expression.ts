import * as z from 'zod/mini'

/** A regular expression in a pack's options; read with flag u, so that a mistake in it fails when the pack is loaded. */
export const expression = z.string().check(
  z.minLength(1),
  z.maxLength(4_000),
  z.refine((source) => isExpression(source), '不是正确的正则表达式'),
)

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'dgiu')
    return true
  } catch {
    return false
  }
}
