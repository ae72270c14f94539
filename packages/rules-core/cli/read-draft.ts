import { type Draft, type DraftMeta, type Fields, readMarkup, readPlain, type Surface } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { parseHtml } from './parse-html.ts'

/** A draft on the way through the command line. `lines`: for a text, the line of the file on which each block stands. */
export interface ReadDraft {
  id: string
  draft: Draft
  lines?: ReadonlyMap<string, number>
}

/** Input that cannot be used; the message says why, in words for the person at the terminal. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput'
  /** The id of the line, where one could be read. */
  readonly id: string | null

  constructor(message: string, id: string | null = null) {
    super(message)
    this.id = id
  }
}

const surfaces: readonly string[] = ['website', 'wechat', 'weibo', 'app', 'other-media']

/** A line of JSONL. Members we do not know are ignored, and so is one of the optional ones that is no text. */
const caseLine = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.optional(z.nullable(z.string())),
  body: z.string(),
  format: z.optional(z.enum(['text', 'html'])),
  platform: z.optional(z.unknown()),
  summary: z.optional(z.unknown()),
  author: z.optional(z.unknown()),
  source: z.optional(z.unknown()),
  attachments: z.optional(z.unknown()),
})

export function draftFromLine(line: string): ReadDraft {
  const json = parseJson(line)
  const result = z.safeParse(caseLine, json)
  if (!result.success) {
    const [issue] = result.error.issues
    const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : undefined
    throw new UnusableInput(lineProblem(json, issue!.path.join('.')), typeof id === 'string' || typeof id === 'number' ? String(id) : null)
  }
  const { id, title, body, format = 'text', platform, summary, author, source, attachments } = result.data
  const meta: DraftMeta = { surface: surfaces.includes(String(platform)) ? (String(platform) as Surface) : 'website' }
  const fields: Fields = {
    ...text('title', title),
    ...text('summary', summary),
    ...text('author', author),
    ...text('source', source),
    attachments: attachmentsFrom(attachments),
  }
  return { id: String(id), draft: format === 'html' ? readMarkup(parseHtml(body), fields, meta) : readPlain(body, fields, meta) }
}

export type FileFormat = 'text' | 'markdown' | 'html' | 'jsonl'

export function formatOf(file: string): FileFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase()
  const formats: Readonly<Record<string, FileFormat>> = {
    txt: 'text',
    md: 'markdown',
    html: 'html',
    htm: 'html',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
  }
  return ending === undefined ? undefined : formats[ending]
}

/** A whole file as one draft. A Markdown file's first heading, and an HTML file's title element, are the title. */
export function draftFromFile(id: string, content: string, format: Exclude<FileFormat, 'jsonl'>): ReadDraft {
  if (content.trim() === '') throw new UnusableInput('文件是空的，没有可以检查的文字')
  const meta: DraftMeta = { surface: 'website' }
  if (format === 'html') {
    const title = /<title[^>]*>([^<]*)<\/title>/i.exec(content)?.[1]?.trim()
    return { id, draft: readMarkup(parseHtml(content), title ? { title } : {}, meta) }
  }
  const rows = content.split(/\r\n|[\r\n\u2028\u2029]/)
  const heading = format === 'markdown' ? rows.findIndex((row) => /^#\s+\S/.test(row)) : -1
  const title = heading >= 0 ? rows[heading]!.replace(/^#\s+/, '') : undefined
  const draft = readPlain(rows.filter((_, i) => i !== heading).join('\n'), title === undefined ? {} : { title }, meta)
  return { id, draft, lines: lineNumbers(draft, rows, heading) }
}

/** Blocks are the rows that are not blank, in order, some of several rows; the title is the heading's row. */
function lineNumbers(draft: Draft, rows: readonly string[], heading: number): ReadonlyMap<string, number> {
  const numbers = rows.flatMap((row, i) => (i === heading || row.trim() === '' ? [] : [i + 1]))
  const lines = new Map<string, number>()
  for (const block of draft.blocks) {
    if (block.role === 'title') lines.set(block.id, heading + 1)
    else lines.set(block.id, numbers.splice(0, block.text.split('\n').length)[0]!)
  }
  return lines
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new UnusableInput('不是一行正确的 JSON')
  }
}

function lineProblem(json: unknown, path: string): string {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return '应是一个 JSON 对象，如 {"id":"1","title":"…","body":"…"}'
  if (path === 'id') return '缺少 id，应是文字'
  if (path === 'body') return '缺少 body，应是文字'
  if (path === 'format') return 'format 只能是 "text" 或 "html"'
  return `${path} 应是文字`
}

function text(field: 'title' | 'summary' | 'author' | 'source', value: unknown): Fields {
  return typeof value === 'string' && value.trim() !== '' ? { [field]: value } : {}
}

function attachmentsFrom(value: unknown): NonNullable<Fields['attachments']> {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [{ name: item, href: '' }]
    if (typeof item !== 'object' || item === null || !('name' in item) || typeof item.name !== 'string') return []
    return [{ name: item.name, href: 'href' in item && typeof item.href === 'string' ? item.href : '' }]
  })
}
