import { fold } from '../text/fold.ts'
import { ignoresCase } from './expression.ts'
import { eitherOf, saysSomething, type Witness, type Witnesses } from './witness.ts'

/** Sets of words larger than this are not joined. */
const MOST_WORDS = 1_024
/** Nor multiplied out beyond this: two short lists that both must be there say more than a long one, and are sooner read and looked for. */
const MOST_PRODUCTS = 64
const SMALL_CLASS = 40
/** Fewer digits than this stand in every second text. */
const FEWEST_DIGITS = 4

/**
 * What every match of an expression holds, read off its source: `严禁.{0,9}(?:转发|点赞)` needs 严禁, and 转发 or 点赞. What cannot be told is left
 * out, so that the answer is always true; an expression without any gives none. For expressions made by `expressionOf`, on folded text.
 */
export function witnessesOf(source: string): Witnesses {
  const before = known.get(source)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const witnesses = readOff(source)
  known.set(source, witnesses)
  return witnesses
}

// Several rules of one detector share its expressions, and several checkers their packs.
const known = new Map<string, Witnesses>()
const MOST_KNOWN = 4_000

function readOff(source: string): Witnesses {
  const reader = new ExpressionReader(source, ignoresCase(source))
  const node = reader.alternatives()
  return reader.isDone && !reader.isStrange ? asWitnesses(node) : []
}

/** What is known of one part of an expression. */
interface Part {
  /** Everything that it can match, if that is little; undefined otherwise. */
  exact?: Words
  /** Otherwise what its matches begin and end with, one or the other; undefined if that cannot be told. */
  head?: Words
  tail?: Words
  /** It may be left out, and then what stands before it is where it ends. */
  isOptional?: boolean
  /** What each match, or the text around it, must hold besides. */
  needs: Witnesses
  /** It matches only digits, and at least so many; undefined if other things may match. */
  digits?: number | undefined
}
type Words = readonly string[]

const ANYTHING: Part = { needs: [] }
const NOTHING: Part = { exact: [''], needs: [] }

function asWitnesses({ exact, needs, digits }: Part): Witnesses {
  const own: Witness[] = []
  if (exact && !exact.includes('')) {
    if (saysSomething({ words: exact })) own.push({ words: exact })
  } else if (digits !== undefined && digits >= FEWEST_DIGITS) own.push({ digits })
  return [...own, ...needs]
}

class ExpressionReader {
  private readonly source: string
  private at = 0
  /** It says something that this reader does not know. */
  isStrange = false
  private readonly anyCase: boolean

  constructor(source: string, anyCase: boolean) {
    this.source = source
    this.anyCase = anyCase
  }

  get isDone(): boolean {
    return this.at >= this.source.length
  }

  alternatives(): Part {
    const parts = [this.sequence()]
    while (this.take('|')) parts.push(this.sequence())
    return parts.length === 1 ? parts[0]! : either(parts)
  }

  private sequence(): Part {
    const parts: Part[] = []
    while (!this.isDone && this.next !== '|' && this.next !== ')') parts.push(this.repeated(this.atom()))
    return inRow(parts)
  }

  private atom(): Part {
    const words = this.plain()
    if (words !== '') return this.oneOf([words])
    const sign = this.sign()
    if (sign === '(') return this.group()
    if (sign === '[') return this.characterClass()
    if (sign === '.') return ANYTHING
    if (sign === '^' || sign === '$') return NOTHING
    return this.oneOf(sign === '\\' ? this.escape() : [sign])
  }

  /** Signs that stand for themselves, as many as stand together; one that is repeated stands alone. */
  private plain(): string {
    PLAIN.lastIndex = this.at
    const found = PLAIN.exec(this.source)?.[0] ?? ''
    const repeats = '?*+{'.includes(this.source[this.at + found.length] ?? '.')
    const last = found.length > 1 && found.charCodeAt(found.length - 1) >> 10 === 0x37 ? 2 : 1
    const own = repeats && found.length > last ? found.slice(0, -last) : found
    this.at += own.length
    return own
  }

  private group(): Part {
    const isLook = this.take('?=') || this.take('?<=')
    const isAbsent = !isLook && (this.take('?!') || this.take('?<!'))
    if (!isLook && !isAbsent && !this.take('?:') && this.take('?<')) this.skipTo('>')
    if (this.next === '?') this.isStrange = true
    const inner = this.alternatives()
    this.at += 1
    if (isAbsent) return NOTHING
    return isLook ? { ...NOTHING, needs: asWitnesses(inner) } : inner
  }

  private repeated(part: Part): Part {
    let [least, most] = [1, 1]
    if (this.take('?')) [least, most] = [0, 1]
    else if (this.take('*')) [least, most] = [0, Infinity]
    else if (this.take('+')) [least, most] = [1, Infinity]
    else if (this.next === '{') {
      const end = this.source.indexOf('}', this.at)
      const [from = '', to = from] = this.source.slice(this.at + 1, end).split(',')
      least = Number(from)
      most = to === '' ? Infinity : Number(to)
      this.at = end + 1
    } else return part
    this.take('?')
    if (least === 0 && most === 1 && part.exact) return { exact: [...new Set(['', ...part.exact])], needs: [] }
    if (least === 0) return { ...ends(undefined, part.exact ?? part.tail), isOptional: true, needs: [] }
    const digits = part.digits === undefined ? undefined : part.digits * least
    const times = least === most && least <= 4 && part.exact ? inRow(Array<Part>(least).fill(part)) : ANYTHING
    if (times.exact) return { ...times, digits }
    return { ...ends(part.exact ?? part.head, part.exact ?? part.tail), needs: asWitnesses({ ...part, digits: undefined }), digits }
  }

  private characterClass(): Part {
    const isNegated = this.take('^')
    const members: string[] = []
    let isKnown = !isNegated
    while (!this.isDone && this.next !== ']') {
      const from = this.classSign()
      const isRange = from?.length === 1 && this.next === '-' && this.source[this.at + 1] !== ']'
      if (isRange) this.at += 1
      const to = isRange ? this.classSign() : from
      const [first, last] = [from?.[0]?.codePointAt(0), to?.[0]?.codePointAt(0)]
      if (first === undefined || last === undefined || last - first >= SMALL_CLASS) isKnown = false
      else if (isRange) for (let code = first; code <= last; code++) members.push(String.fromCodePoint(code))
      else members.push(...from!)
    }
    this.at += 1
    return this.oneOf(isKnown && members.length <= SMALL_CLASS ? members : undefined)
  }

  private classSign(): readonly string[] | undefined {
    const sign = this.sign()
    return sign === '\\' ? this.escape() : [sign]
  }

  /** What an escape stands for, as written; an empty list for a mere place, undefined for what is not spelt out. */
  private escape(): readonly string[] | undefined {
    const sign = this.sign()
    if (sign === 'd') return Array.from('0123456789')
    if (sign === 'b' || sign === 'B') return []
    if (sign === 'n') return ['\n']
    if (sign === 'u' || sign === 'x') return this.coded(sign)
    if (sign === 'p' || sign === 'P') this.skipTo('}')
    if (sign === 'k') this.skipTo('>')
    // Sets, other control characters and what a group matched before: nothing is said of them.
    return /[A-Za-z0-9]/.test(sign) ? undefined : [sign]
  }

  private coded(sign: 'u' | 'x'): readonly string[] | undefined {
    const isBraced = this.take('{')
    const from = this.at
    if (isBraced) this.skipTo('}')
    else this.at += sign === 'u' ? 4 : 2
    const code = Number.parseInt(this.source.slice(from, isBraced ? this.at - 1 : this.at), 16)
    // Half of a pair may be completed by the next escape: nothing is said of it.
    return code >= 0xd800 && code <= 0xdfff ? undefined : [String.fromCodePoint(code)]
  }

  private oneOf(members: readonly string[] | undefined): Part {
    if (members?.length === 0) return NOTHING
    if (!members || (this.anyCase && members.some(isOddlyCased))) return ANYTHING
    const exact = members.map((sign) => fold(sign).text)
    if (exact.includes('')) return ANYTHING
    return { exact, needs: [], digits: exact.every((sign) => sign >= '0' && sign <= '9' && sign.length === 1) ? 1 : undefined }
  }

  private get next(): string | undefined {
    return this.source[this.at]
  }

  private sign(): string {
    const sign = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0)
    this.at += sign.length
    return sign
  }

  private take(wanted: string): boolean {
    const isThere = this.source.startsWith(wanted, this.at)
    if (isThere) this.at += wanted.length
    return isThere
  }

  private skipTo(end: string): void {
    const found = this.source.indexOf(end, this.at)
    this.at = found < 0 ? this.source.length : found + 1
  }
}

const PLAIN = /[^\\^$.*+?()[\]{}|]+/y

/** Letters that match more than their two cases when case is ignored: k, s, and all that are not ASCII. */
function isOddlyCased(words: string): boolean {
  const foreign = words.replace(/[\u0000-\u007f]/g, '')
  return /[ks]/i.test(words) || foreign.toLowerCase() !== foreign.toUpperCase()
}

function ends(head: Words | undefined, tail: Words | undefined): Pick<Part, 'head' | 'tail'> {
  return { ...(head && !head.includes('') && { head }), ...(tail && !tail.includes('') && { tail }) }
}

function either(parts: readonly Part[]): Part {
  const digits = parts.every((part) => part.digits !== undefined) ? Math.min(...parts.map((part) => part.digits!)) : undefined
  const exact = unionOf(parts.map((part) => part.exact))
  // What looks around may stand beside what is matched, so an exact part can have needs as well.
  if (exact && parts.every(({ needs }) => needs.length === 0)) return { exact, needs: [], digits }
  const one = eitherOf(parts.map(asWitnesses))
  const [head, tail] = [unionOf(parts.map((part) => part.exact ?? part.head)), unionOf(parts.map((part) => part.exact ?? part.tail))]
  const isOptional = parts.some((part) => part.isOptional)
  return { ...(isOptional ? {} : ends(head, tail)), needs: one ? [one] : [], digits }
}

/** All words of all lists; undefined if one is unknown or they are too many. */
function unionOf(lists: readonly (Words | undefined)[]): Words | undefined {
  const all = new Set<string>()
  for (const list of lists) {
    if (!list) return undefined
    for (const word of list) all.add(word)
  }
  return all.size <= MOST_WORDS ? [...all] : undefined
}

/** Every word of one list before every word of another; undefined if they are too many. */
function product(heads: Words, tails: Words): Words | undefined {
  if (heads.length * tails.length > MOST_PRODUCTS && tails.length > 1) return undefined
  if (tails.length === 1) return heads.map((head) => head + tails[0])
  return heads.flatMap((head) => tails.map((tail) => head + tail))
}

function inRow(parts: readonly Part[]): Part {
  const needs: Witness[] = []
  // What has been matched so far ends with one of these, and began with one of `head`.
  let run: Words = ['']
  let head: Words | undefined
  let isWhole = true
  let digits = 0
  const areDigits = parts.length > 0 && parts.every((part) => part.digits !== undefined)
  const close = (words: Words) => {
    if (!words.includes('') && saysSomething({ words })) needs.push({ words })
    head ??= words
    isWhole = false
  }
  const closeDigits = () => {
    if (digits >= FEWEST_DIGITS) needs.push({ digits })
    digits = 0
  }
  for (const part of parts) {
    needs.push(...part.needs)
    if (part.digits === undefined) closeDigits()
    else digits += part.digits
    const longer = part.exact && product(run, part.exact)
    if (longer) {
      run = longer
      continue
    }
    if (part.isOptional) {
      // It may end where it began: nothing is said of the head any more.
      if (isWhole) head = ['']
      isWhole = false
      const either = part.tail && unionOf([run, part.tail])
      if (!either) close(run)
      run = either ?? ['']
      continue
    }
    const next = part.exact ?? part.head
    close((next && product(run, next)) ?? run)
    run = part.exact ?? part.tail ?? ['']
  }
  if (isWhole) return { exact: run, needs, digits: areDigits ? digits : undefined }
  close(run)
  const all = digits
  closeDigits()
  return { ...ends(head, run), needs, digits: areDigits ? all : undefined }
}
