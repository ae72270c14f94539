/** Text as detectors read it, and the way back to the offsets of the text as written. */
export interface Folded {
  text: string
  /** The place in the original text of the folded characters from `start` to `end`, in UTF-16 offsets. */
  back(start: number, end: number): { start: number; end: number }
}

const DELETED = 0xffff
const STYLED_DIGIT = 0xd835
const TABLE = foldingTable()

/**
 * Folds what only looks different: full width to half width, digit look-alikes to digits, letters to lower case, every space
 * to one kind; zero-width and direction characters go. One character gives at most one, so that the way back is exact.
 */
export function fold(text: string): Folded {
  let [same, even] = [true, true]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const folded = TABLE[code]!
    if (folded !== code) {
      same = false
      if (folded === DELETED) even = false
    } else if (code === STYLED_DIGIT) even = false
  }
  if (same && even) return { text, back: asWritten }
  return even ? foldEven(text) : foldUneven(text)
}

function asWritten(start: number, end: number): { start: number; end: number } {
  return { start, end }
}

let codes = new Uint16Array(8_192)

// Most texts have full-width marks and nothing that goes: every character stays in its place.
function foldEven(text: string): Folded {
  if (codes.length < text.length) codes = new Uint16Array(text.length * 2)
  for (let i = 0; i < text.length; i++) codes[i] = TABLE[text.charCodeAt(i)]!
  return { text: asString(codes, text.length), back: asWritten }
}

function foldUneven(text: string): Folded {
  const codes = new Uint16Array(text.length)
  const origin = new Int32Array(text.length + 1)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const next = text.charCodeAt(i + 1)
    const styled = isStyledDigit(code, next)
    const folded = styled ? 48 + ((next - 0xdfce) % 10) : TABLE[code]!
    if (folded === DELETED && code !== DELETED) continue
    origin[length] = i
    codes[length++] = folded
    if (styled) i += 1
  }
  origin[length] = text.length
  const back = (start: number, end: number) => ({ start: origin[start]!, end: end > start ? endOf(text, origin, end) : origin[start]! })
  return { text: asString(codes, length), back }
}

// A deleted character behind a hit does not belong to it, but the second half of a styled digit does.
function endOf(text: string, origin: Int32Array, end: number): number {
  const last = origin[end - 1]!
  return last + (isStyledDigit(text.charCodeAt(last), text.charCodeAt(last + 1)) ? 2 : 1)
}

// Mathematical digits U+1D7CE–1D7FF: five styles of 0–9 behind one leading surrogate.
function isStyledDigit(high: number, low: number): boolean {
  return high === STYLED_DIGIT && low >= 0xdfce && low <= 0xdfff
}

function asString(codes: Uint16Array, length: number): string {
  let text = ''
  // Engines limit the number of arguments of a call.
  for (let i = 0; i < length; i += 8192)
    text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(i + 8192, length)) as unknown as number[])
  return text
}

function foldingTable(): Uint16Array {
  const table = new Uint16Array(65536)
  for (let code = 0; code < 65536; code++) table[code] = code
  const put = (from: number, to: number, first: number) => {
    for (let code = from; code <= to; code++) table[code] = first + code - from
  }
  put(0xff01, 0xff5e, 0x21)
  for (const code of [0x09, 0x0b, 0x0c, 0x85, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) table[code] = 0x20
  for (let code = 0x2000; code <= 0x200a; code++) table[code] = 0x20
  // Superscript, subscript, circled and parenthesised digits; ⓪ and ⓿ stand apart.
  for (const [code, digit] of [
    [0x2070, 0],
    [0xb9, 1],
    [0xb2, 2],
    [0xb3, 3],
    [0x24ea, 0],
    [0x24ff, 0],
  ] as const)
    table[code] = 48 + digit
  put(0x2074, 0x2079, 0x34)
  put(0x2080, 0x2089, 0x30)
  for (const one of [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a]) put(one, one + 8, 0x31)
  // Arabic-Indic digits.
  put(0x0660, 0x0669, 0x30)
  put(0x06f0, 0x06f9, 0x30)
  // The tenth letter of an identity number in other scripts: Roman numeral, Cyrillic and Greek; and crosses that stand for it.
  for (const code of [0x2169, 0x2179, 0x0425, 0x0445, 0x03a7, 0x03c7, 0x2715, 0x2716, 0x2717, 0x2573]) table[code] = 0x78
  for (const code of [0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xfe63]) table[code] = 0x2d
  put(0x41, 0x5a, 0x61)
  put(0xff21, 0xff3a, 0x61)
  for (const [from, to] of [
    [0x00, 0x08],
    [0x0e, 0x1f],
    [0x7f, 0x7f],
    [0xad, 0xad],
    [0x061c, 0x061c],
    [0x180e, 0x180e],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x2064],
    [0x2066, 0x2069],
    // The frame that makes a digit a keycap.
    [0x20e3, 0x20e3],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
  ] as const) {
    for (let code = from; code <= to; code++) table[code] = DELETED
  }
  return table
}
