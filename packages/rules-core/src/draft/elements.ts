// Which element does what, for the walk of protocol.md §1.3. Everything not listed is inline.
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

export const SKIPPED = set('script style template noscript head title meta link base object canvas select datalist input')
export const PREFORMATTED = set('pre listing xmp plaintext textarea')
export const BLOCKS = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp',
)
export const CAPTIONS = set('caption figcaption')

export const MEDIA: Readonly<Record<string, 'image' | 'video' | 'audio' | 'frame'>> = {
  img: 'image',
  video: 'video',
  audio: 'audio',
  embed: 'frame',
  iframe: 'frame',
}

const MARK_ELEMENTS: Readonly<Record<string, 'sup' | 'sub' | 'del'>> = { sup: 'sup', sub: 'sub', s: 'del', strike: 'del', del: 'del' }

type Attributes = Readonly<Record<string, string>>

/** Superscript, subscript or struck out, by element or by inline style. */
export function markStyle(name: string, attrs: Attributes): 'sup' | 'sub' | 'del' | undefined {
  if (Object.hasOwn(MARK_ELEMENTS, name)) return MARK_ELEMENTS[name]
  const { style } = attrs
  if (!style) return undefined
  if (/text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)) return 'del'
  if (/vertical-align\s*:\s*super\b/i.test(style)) return 'sup'
  return /vertical-align\s*:\s*sub\b/i.test(style) ? 'sub' : undefined
}

/** Hidden by attribute or inline style. Style sheets are not asked: a server could not know them either. */
export function isHidden(attrs: Attributes): boolean {
  if ('hidden' in attrs) return true
  return attrs.style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i.test(attrs.style)
}
