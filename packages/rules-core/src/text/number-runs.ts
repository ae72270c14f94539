import { onceForText } from './once-for-text.ts'

/** Digits that may belong to one number: groups with at most two separators between neighbours. */
export interface DigitGroup {
  /** ASCII digits; the last group of a number may end in x. */
  digits: string
  start: number
  end: number
  /** Whether only separators lie between this group and the one before. */
  joined: boolean
  /** Whether that separator is a comma, as when a number is read out: it joins less surely than a dash. */
  paused: boolean
}

// An x by itself behind a single digit is the last sign of a number read out sign by sign.
const GROUP = /\d+x?|(?<=(?<!\d)\d[ -])x(?![a-z\d])/g
// What people and editors put inside one number: spaces, dashes, dots, a line break; or a pause for breath.
const SEPARATORS = /^[ \n\-—·•・‧._]{1,3}$/
const PAUSES = /^ ?[,、/] ?$/
const CHINESE_DIGITS = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺'
const CHINESE_VALUES = '001234567891234567891'
/** The shortest number that anyone spells out in Chinese and that matters here: a home telephone. */
const SPELLED = /(?:[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺\d][ ,、·-]{0,2}){7,24}/g

/** What may be a digit in a folded text, and what may stand between two of a number, up to `MOST_BETWEEN` in a row. */
export const DIGIT_SIGNS = `0123456789oil${CHINESE_DIGITS}`
export const BETWEEN_SIGNS = ' \n-—·•・‧._,、/'
export const MOST_BETWEEN = 3
const POSSIBLE = new RegExp(`(?:[${DIGIT_SIGNS}][${BETWEEN_SIGNS.replace('-', '\\-')}]{0,${MOST_BETWEEN}}){11}`)

/** A quick look whether a folded text may hold a number of eleven digits or more. */
export const mayHoldNumber = onceForText((folded) => POSSIBLE.test(folded))

/** The groups of digits of a folded text. Numbers spelt in Chinese and letters in the place of digits are read as digits. */
export const digitGroups = onceForText(readGroups)

function readGroups(folded: string): readonly DigitGroup[] {
  const text = asDigits(folded)
  const groups: DigitGroup[] = []
  for (const { 0: digits, index: start } of text.matchAll(GROUP)) {
    const before = groups.at(-1)
    // 4817905,一直: figures on one side and Chinese numerals on the other are two things.
    const near = before !== undefined && start - before.end <= 3 && isSpelled(folded[before.end - 1]) === isSpelled(folded[start])
    const between = near ? text.slice(before.end, start) : ''
    const paused = PAUSES.test(between)
    // An x that begins a word is a letter; behind seventeen digits it is the last sign, whatever follows.
    const next = text[start + digits.length] ?? ''
    const letter = digits.endsWith('x') && (/[a-z]/.test(next) || (/\d/.test(next) && digits.length !== 18))
    const own = letter ? digits.slice(0, -1) : digits
    groups.push({ digits: own, start, end: start + own.length, joined: paused || SEPARATORS.test(between), paused })
  }
  return groups
}

function isSpelled(sign: string | undefined): boolean {
  return sign !== undefined && CHINESE_DIGITS.includes(sign)
}

/** Runs of neighbouring groups whose digits number exactly `length`, shortest first; each begins and ends with a group. */
export function* numbersOfLength(
  groups: readonly DigitGroup[],
  length: number,
): Generator<{ digits: string; start: number; end: number; parts: readonly DigitGroup[]; isCutOut: boolean }> {
  for (let first = 0; first < groups.length; first++) {
    let digits = ''
    for (let last = first; last < groups.length && (last === first || groups[last]!.joined) && digits.length < length; last++) {
      digits += groups[last]!.digits
      if (digits.length === length)
        yield {
          digits,
          start: groups[first]!.start,
          end: groups[last]!.end,
          parts: groups.slice(first, last + 1),
          isCutOut: isCutOut(groups, first, last),
        }
    }
  }
}

/** Whether these single digits are only a piece of a longer run of single digits, as an identity number read out digit by digit. */
function isCutOut(groups: readonly DigitGroup[], first: number, last: number): boolean {
  const isSingle = (group: DigitGroup | undefined) => group?.digits.length === 1
  if (!isSingle(groups[first]) || !isSingle(groups[last]) || last === first) return false
  const goesOn = groups[last + 1]
  return (groups[first]!.joined && isSingle(groups[first - 1])) || (goesOn?.joined === true && isSingle(goesOn))
}

// One character stays one character, so offsets hold.
function asDigits(folded: string): string {
  const spelled = folded.replace(SPELLED, (run) =>
    /[^\d ,、·-]/.test(run) ? run.replace(/[^\d ,、·-]/g, (sign) => CHINESE_VALUES[CHINESE_DIGITS.indexOf(sign)]!) : run,
  )
  return spelled.replace(/(?<=\d[oil]{0,3})[oil](?=[oil]{0,3}(?:\d|(?![a-z])))/g, (letter) => (letter === 'o' ? '0' : '1'))
}
