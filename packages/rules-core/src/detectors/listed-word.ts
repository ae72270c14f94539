import * as z from 'zod/mini'
import { fold } from '../text/fold.ts'

/** A word of an option's list: of two characters or more, also when folded, since shorter ones are not looked for. */
export function listedWord(most: number) {
  return z.string().check(
    z.minLength(2),
    z.maxLength(most),
    z.refine((word) => isFindable(word), '折叠后不足两个字'),
  )
}

export function isFindable(word: string): boolean {
  return fold(word).text.length >= 2
}
