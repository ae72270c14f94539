import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Duty, type EventKind, eventKindNames, problemsOf, type Surface } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import type { RegisteredEvent } from './duty-report.ts'
import { UnusableInput } from './read-draft.ts'
import { readInstant } from './read-instant.ts'
import { readSheets, SheetError } from './read-sheets.ts'

/** One row as text, whatever the file: the members of a JSON object, or the cells under known headers. */
interface Row {
  /** What a person calls it: 第 3 行. */
  place: string
  fields: Readonly<Record<string, string>>
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['事件', '事件类型', '类型', '类别', 'type'],
  at: ['时间', '日期', '发生时间', 'date', 'time'],
  surface: ['渠道', '平台', 'platform'],
  column: ['栏目', '栏目类别'],
  ref: ['编号', '编码', '标识'],
  account: ['账号', '账号名称'],
  duty: ['事项', '时限'],
  draftRef: ['稿件', '稿件编号'],
}

const KIND_WORDS: Readonly<Record<string, EventKind>> = {
  ...Object.fromEntries(Object.entries(eventKindNames).map(([kind, name]) => [name, kind as EventKind])),
  更新: 'published',
  推送: 'published',
  收到留言: 'received',
  收到来信: 'received',
  来信: 'received',
  留言: 'received',
  回应: 'replied',
  办结: 'replied',
  申请: 'applied',
  依申请公开: 'applied',
  同意: 'decided',
  批准: 'decided',
  报备: 'filed',
  转报: 'forwarded',
  转发: 'forwarded',
  上报: 'reported',
  报送: 'reported',
  检查: 'reported',
  培训: 'reported',
  巡检: 'reported',
  悬挂: 'hung',
  公告悬挂: 'hung',
  公告撤下: 'removed',
  临时下线: 'offline',
  恢复上线: 'online',
  活动结束: 'survey-closed',
  反馈: 'feedback',
  公开反馈: 'feedback',
}

const SURFACE_WORDS: Readonly<Record<string, Surface>> = {
  网站: 'website',
  政府网站: 'website',
  web: 'website',
  微信: 'wechat',
  公众号: 'wechat',
  微信公众号: 'wechat',
  微博: 'weibo',
  客户端: 'app',
  其他: 'other-media',
}
const SURFACES: readonly string[] = ['website', 'wechat', 'weibo', 'app', 'other-media'] satisfies readonly Surface[]

/** Reads a register of events: CSV, XLSX, a JSON list, or JSONL. Every row that cannot be used is named, and then nothing is computed. */
export async function readDutyEvents(file: string, duties: readonly Duty[]): Promise<readonly RegisteredEvent[]> {
  const rows = await rowsOf(file)
  const events: RegisteredEvent[] = []
  const problems: string[] = []
  for (const row of rows) {
    const read = eventFrom(row, duties)
    if (typeof read === 'string') problems.push(`  ${row.place}：${read}`)
    else events.push(read)
  }
  if (problems.length > 0) throw new UnusableInput(`${file}：有 ${problems.length} 行不能用，没有计算\n${problems.join('\n')}`)
  return events
}

function eventFrom({ fields }: Row, duties: readonly Duty[]): RegisteredEvent | string {
  const { kind = '', at = '', surface = '', duty = '', column, ref, draftRef, account } = fields
  const known = Object.hasOwn(eventKindNames, kind) ? (kind as EventKind) : Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind] : undefined
  if (!known) return kind === '' ? '没有写事件' : `不认识的事件“${kind}”，可用：${Object.values(eventKindNames).join('、')}`
  const read = readInstant(at, 12)
  if (!read) return at === '' ? '没有写时间' : `“${at}”不是存在的时间，写作 2026-03-01 09:00`
  const where = SURFACES.includes(surface.toLowerCase())
    ? (surface.toLowerCase() as Surface)
    : Object.hasOwn(SURFACE_WORDS, surface.toLowerCase())
      ? SURFACE_WORDS[surface.toLowerCase()]
      : undefined
  if (surface !== '' && !where) return `不认识的渠道“${surface}”，可用：网站、微信、微博、客户端、其他`
  const asked = duties.find(({ id, title }) => id === duty || title === duty)
  if (duty !== '' && !asked) return `规则包里没有“${duty}”这项时限`
  return {
    kind: known,
    at: read.at,
    ...(where && { surface: where }),
    ...(asked && { duty: asked.id }),
    ...filled({ column, ref, draftRef, account }),
  }
}

function filled(fields: Readonly<Record<string, string | undefined>>): Partial<RegisteredEvent> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

async function rowsOf(file: string): Promise<readonly Row[]> {
  const bytes = await readBytes(file)
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === 'json') return jsonRows(file, decode(file, bytes))
  if (ending === 'jsonl' || ending === 'ndjson') return jsonLines(file, decode(file, bytes))
  if (ending === 'csv' || ending === 'xlsx') return sheetRows(file, bytes)
  throw new UnusableInput(`${file}：只读 .csv、.xlsx、.json 和 .jsonl 文件`)
}

const jsonEvent = z.record(z.string(), z.unknown())
const jsonFile = z.union([z.array(jsonEvent), z.object({ events: z.array(jsonEvent) })])

function jsonRows(file: string, text: string): readonly Row[] {
  const parsed = jsonFile.safeParse(parseJson(text, file))
  if (!parsed.success) {
    const problems = problemsOf(parsed.error).map(({ path, problem }) => `${path || '整个文件'}：${problem}`)
    throw new UnusableInput(`${file}：应是事件的列表 [{"kind","at"}]。${problems.join('；')}`)
  }
  const events = Array.isArray(parsed.data) ? parsed.data : parsed.data.events
  return events.map((event, i) => ({ place: `第 ${i + 1} 条`, fields: named(event) }))
}

function jsonLines(file: string, text: string): readonly Row[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const parsed = jsonEvent.safeParse(parseJson(line, `${file} 第 ${i + 1} 行`))
    if (!parsed.success) throw new UnusableInput(`${file} 第 ${i + 1} 行：应是 {"kind","at"}`)
    return [{ place: `第 ${i + 1} 行`, fields: named(parsed.data) }]
  })
}

async function sheetRows(file: string, bytes: Uint8Array): Promise<readonly Row[]> {
  try {
    const sheets = await readSheets(bytes, basename(file))
    return sheets.flatMap(({ name, header, rows }) =>
      rows.map(({ number, cells }) => ({
        place: sheets.length > 1 ? `“${name}”第 ${number} 行` : `第 ${number} 行`,
        fields: named(Object.fromEntries(header.map((title, i) => [title, cells[i] ?? '']))),
      })),
    )
  } catch (cause) {
    if (cause instanceof SheetError) throw new UnusableInput(`${file}：${cause.message}`)
    throw cause
  }
}

/** Members under the names that we use; what else a register holds is ignored. */
function named(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(members).flatMap(([title, value]) => {
    const name = nameOf(title)
    return name === undefined || value === null || value === undefined ? [] : [[name, String(value).trim()] as const]
  })
  return Object.fromEntries(entries)
}

function nameOf(title: string): string | undefined {
  const bare = title.replace(/\s|（.*?）|\(.*?\)/g, '')
  return Object.entries(FIELDS).find(
    ([name, words]) => name === bare || name.toLowerCase() === bare.toLowerCase() || words.includes(bare),
  )?.[0]
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnusableInput(`${place}：不是正确的 JSON（${cause instanceof Error ? cause.message : ''}）`)
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnusableInput(`${file}：不是 UTF-8 文字，请另存为 UTF-8`)
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw new UnusableInput(`${file}：没有这个文件`)
    if (cause instanceof Error && 'code' in cause && cause.code === 'EISDIR')
      throw new UnusableInput(`${file}：这是文件夹，请指明里面的文件`)
    throw cause
  }
}
