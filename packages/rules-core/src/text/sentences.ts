const ENDS = new Set(Array.from('。！？；!?;\n', (sign) => sign.charCodeAt(0)))
/** Far enough for any sentence a person writes; bounds the work on text without punctuation. */
const REACH = 300

/** The sentence around a place, without its end mark; offsets in `text`. A line end ends a sentence too. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < REACH && !ENDS.has(text.charCodeAt(from - 1))) from -= 1
  let to = end
  while (to < text.length && to - end < REACH && !ENDS.has(text.charCodeAt(to))) to += 1
  return { start: from, end: to }
}

/** The line around a place, without its line ends; offsets in `text`. */
export function lineAround(text: string, start: number, end: number): { start: number; end: number } {
  const to = text.indexOf('\n', end)
  return { start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, end: to < 0 ? text.length : to }
}
