import { basename } from 'node:path'
import { type Duty, type EventRow, problemsOf, type ReadEvents, readEvents } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { readBytes } from './read-bytes.ts'
import { UnusableInput } from './read-draft.ts'
import { readSheets, SheetError } from './read-sheets.ts'

/** Reads a register of events: CSV, XLSX, a JSON list, or JSONL. Every row that cannot be used is named, and then nothing is computed. */
export async function readDutyEvents(file: string, duties: readonly Duty[]): Promise<ReadEvents> {
  const read = readEvents(await rowsOf(file), duties)
  const { problems } = read
  if (problems.length === 0) return read
  const lines = problems.map(({ place, problem }) => `  ${place}：${problem}`)
  throw new UnusableInput(`${file}：有 ${problems.length} 行不能用，没有计算\n${lines.join('\n')}`)
}

async function rowsOf(file: string): Promise<readonly EventRow[]> {
  const bytes = await readBytes(file)
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === 'json') return jsonRows(file, decode(file, bytes))
  if (ending === 'jsonl' || ending === 'ndjson') return jsonLines(file, decode(file, bytes))
  if (ending === 'csv' || ending === 'xlsx') return sheetRows(file, bytes)
  throw new UnusableInput(`${file}：只读 .csv、.xlsx、.json 和 .jsonl 文件`)
}

const jsonEvent = z.record(z.string(), z.unknown())
const jsonFile = z.union([z.array(jsonEvent), z.object({ events: z.array(jsonEvent) })])

function jsonRows(file: string, text: string): readonly EventRow[] {
  const parsed = jsonFile.safeParse(parseJson(text, file))
  if (!parsed.success) {
    const problems = problemsOf(parsed.error).map(({ path, problem }) => `${path || '整个文件'}：${problem}`)
    throw new UnusableInput(`${file}：应是事件的列表 [{"kind","at"}]。${problems.join('；')}`)
  }
  const events = Array.isArray(parsed.data) ? parsed.data : parsed.data.events
  return events.map((event, i) => ({ place: `第 ${i + 1} 条`, members: event }))
}

function jsonLines(file: string, text: string): readonly EventRow[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    const parsed = jsonEvent.safeParse(parseJson(line, `${file} 第 ${i + 1} 行`))
    if (!parsed.success) throw new UnusableInput(`${file} 第 ${i + 1} 行：应是 {"kind","at"}`)
    return [{ place: `第 ${i + 1} 行`, members: parsed.data }]
  })
}

async function sheetRows(file: string, bytes: Uint8Array): Promise<readonly EventRow[]> {
  try {
    const sheets = await readSheets(bytes, basename(file))
    return sheets.flatMap(({ name, header, rows }) =>
      rows.map(({ number, cells }) => ({
        place: sheets.length > 1 ? `“${name}”第 ${number} 行` : `第 ${number} 行`,
        members: Object.fromEntries(header.map((title, i) => [title, cells[i] ?? ''])),
      })),
    )
  } catch (cause) {
    if (cause instanceof SheetError) throw new UnusableInput(`${file}：${cause.message}`)
    throw cause
  }
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
