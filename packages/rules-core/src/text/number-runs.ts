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
  /** Whether words join them, as in “前六位…，出生日期…”: only where a check digit tells that it is one number. */
  told: boolean
}

// An x by itself behind a single digit is the last sign of a number read out sign by sign.
const GROUP = /\d+x?|(?<=(?<!\d)\d[ .-]|\d{3}[ (]{1,2})x(?![a-z\d])/g
// What people and editors put inside one number: spaces, dashes, dots, a line break; or a pause for breath.
const SEPARATORS = /^[ \n\-—·•・‧._~|→*]{1,3}$/
/** Behind the first three digits of a mobile number in brackets. */
const CLOSED = /^\)[ -]{0,2}$/
/** Before an x that stands apart: behind a space, or in brackets. */
const APART = /^[ (]{1,2}$/
/** What names the next piece of a number, or the parts of a date inside one. */
const TELLING =
  /^日?[,、(;:。 ]{0,2}(?:(?:其中|它的)?(?:出生日期|出生年月日?|生日|中间|后面|末尾|尾号|最后|接着|再接|加上|后半|前半|后|末|尾)(?:部分|半[截段部]|[一二三四五六七八九十\d]{1,2}[位段])?(?:数字)?(?:是|为|:)?[ “”]?|年|月|日 ?)$/
const PAUSES = /^ ?[,、/] ?$/
const CHINESE_DIGITS = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺'
const CHINESE_VALUES = '001234567891234567891'
/** The shortest number that anyone spells out in Chinese and that matters here: a home telephone. */
const SPELLED = /(?:[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺\d][ ,、·-]{0,2}){7,24}/g

/** What may be a digit in a folded text, and what may stand between two of a number, up to `MOST_BETWEEN` in a row. */
export const DIGIT_SIGNS = `0123456789oil${CHINESE_DIGITS}`
export const BETWEEN_SIGNS = ' \n-—·•・‧._,、/~|→*()'
export const MOST_BETWEEN = 3
const MOST_TOLD = 12
const POSSIBLE = new RegExp(`(?:[${DIGIT_SIGNS}][${BETWEEN_SIGNS.replace('-', '\\-')}]{0,${MOST_BETWEEN}}){11}`)

/** A quick look whether a folded text may hold a number of eleven digits or more. */
export const mayHoldNumber = onceForText((folded) => POSSIBLE.test(folded))

/** What names the pieces of a number that is told in pieces. */
export const TELLING_WORDS: readonly string[] = [
  '出生日期',
  '出生年月',
  '生日',
  '后四位',
  '后半',
  '中间',
  '末尾',
  '尾号',
  '接着',
  '再接',
  '加上',
  '最后',
  '身份证',
]
const TOLD = new RegExp(`\\d{3}[^\\d\\n]{0,4}(?:年|${TELLING_WORDS.join('|')})`)

/** A quick look whether pieces of a number may be told one after the other. */
export function mayTellNumber(folded: string): boolean {
  return TOLD.test(folded)
}

/** The groups of digits of a folded text. Numbers spelt in Chinese and letters in the place of digits are read as digits. */
export const digitGroups = onceForText(readGroups)

function readGroups(folded: string): readonly DigitGroup[] {
  const text = asDigits(folded)
  const groups: DigitGroup[] = []
  for (const { 0: digits, index: start } of text.matchAll(GROUP)) {
    const before = groups.at(-1)
    // 4817905,一直: figures on one side and Chinese numerals on the other are two things.
    const alike = before !== undefined && isSpelled(folded[before.end - 1]) === isSpelled(folded[start])
    const between = alike && start - before.end <= MOST_TOLD ? text.slice(before.end, start) : ''
    const paused = PAUSES.test(between)
    const told = TELLING.test(between)
    // An x that begins a word is a letter; behind seventeen digits it is the last sign, whatever follows.
    const next = text[start + digits.length] ?? ''
    const letter = digits.endsWith('x') && (/[a-z]/.test(next) || (/\d/.test(next) && digits.length !== 18))
    const own = letter ? digits.slice(0, -1) : digits
    const isApart = own === 'x' ? APART.test(between) : CLOSED.test(between) && /^1\d\d$/.test(before!.digits)
    groups.push({
      digits: own,
      start,
      end: start + own.length,
      joined: paused || told || isApart || SEPARATORS.test(between),
      paused,
      told,
    })
  }
  return groups
}

function isSpelled(sign: string | undefined): boolean {
  return sign !== undefined && CHINESE_DIGITS.includes(sign)
}

/**
 * Runs of neighbouring groups whose digits number exactly `length`, shortest first; each begins and ends with a group. `mayBeTold`: also
 * those that words join.
 */
export function* numbersOfLength(
  groups: readonly DigitGroup[],
  length: number,
  mayBeTold = false,
): Generator<{ digits: string; start: number; end: number; parts: readonly DigitGroup[]; isCutOut: boolean }> {
  for (let first = 0; first < groups.length; first++) {
    let digits = ''
    for (
      let last = first;
      last < groups.length && (last === first || isJoined(groups[last]!, mayBeTold)) && digits.length < length;
      last++
    ) {
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

function isJoined({ joined, told }: DigitGroup, mayBeTold: boolean): boolean {
  return joined && (mayBeTold || !told)
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
  const crossed = /[×叉]/.test(spelled) ? spelled.replace(CROSS, 'x') : spelled
  const lettered = crossed.replace(LETTERED, (run) =>
    run.replace(/\D/g, '').length >= LEAST_DIGITS ? run.replace(/[oil]/g, digitOf) : run,
  )
  return lettered.replace(/(?<=\d[oil]{0,3})[oil](?=[oil]{0,3}(?:\d|(?![a-z])))/g, digitOf)
}

/** Behind seventeen digits × and 叉 are the last sign, said otherwise. */
const CROSS = /(?<=(?:\d[ -]?){17})[×叉](?!×)/g
/** A long number in which letters stand for many digits, or for the first. */
const LETTERED = /(?<![a-z\d])[\doil]{11,19}(?![a-wyz\d])/g
const LEAST_DIGITS = 5

function digitOf(letter: string): string {
  return letter === 'o' ? '0' : '1'
}
