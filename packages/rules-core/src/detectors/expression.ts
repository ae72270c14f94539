import * as z from 'zod/mini'

/** A regular expression in a pack's options; read with flag u, so that a mistake in it fails when the pack is loaded. */
export const expression = z.string().check(
  z.minLength(1),
  z.maxLength(4_000),
  z.refine((source) => isExpression(source), '不是正确的正则表达式'),
)

/**
 * An expression for folded text. Folded text is lower case, so letter case is ignored only where the source has a capital letter:
 * ignoring it costs much more time.
 */
export function expressionOf(source: string, flags: '' | 'dg'): RegExp {
  return new RegExp(source, `${flags}${ignoresCase(source) ? 'i' : ''}u`)
}

/** Whether an expression is read without regard to case. */
export function ignoresCase(source: string): boolean {
  return /[A-Z]/.test(source.replace(/\\(?:[pPuU]\{[^}]*\}|.)/g, ''))
}

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'dgiu')
    return true
  } catch {
    return false
  }
}
