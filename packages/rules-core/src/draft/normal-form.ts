// The characters are those of protocol.md §1.2: what editors add or drop by themselves is forgiven, nothing else.
const DROPPED = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\u2060\uFEFF]/g
const SPACES = /[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** Most lines hold nothing of the kind, and to ask whether is cheap: anything but single spaces between other characters. */
const UNUSUAL =
  /[\u0000-\u001F\u007F\u0085\u00A0\u00AD\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uD800-\uDFFF\uFEFF]|^ | {2}| $/
const LINE_END = /\r\n|[\r\n\u2028\u2029]/

/** N(s), the normal form of one line (protocol.md §1.2): two lines with the same form are the same text. */
export function normalLine(line: string): string {
  if (!UNUSUAL.test(line)) return line
  const spaced = line.replace(LONE_SURROGATE, '\uFFFD').replace(DROPPED, '').replace(SPACES, ' ')
  return spaced.slice(spaced.startsWith(' ') ? 1 : 0, spaced.length > 1 && spaced.endsWith(' ') ? -1 : undefined)
}

/** L(s), the loose form (protocol.md §1.2): names a difference as typography, never permits anything. */
export function looseLine(line: string): string {
  return normalLine(line)
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u201C-\u201F]/g, '"')
    .replace(/[\u2018-\u201B]/g, "'")
    .replace(/\s|\u200C|\u200D|[\uFE00-\uFE0F]/g, '')
}

/** The lines of a plain field or post, split where protocol.md §1.3, step 9, splits them. */
export function linesOf(text: string): readonly string[] {
  return text.split(LINE_END)
}
