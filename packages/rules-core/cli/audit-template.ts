import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fieldsFor, kindNames, type RecordKind, recordKinds } from '@qianshao/rules-core'

/** Writes an empty CSV for each kind of record; files that are there already are left alone. Answers what was done, a line each. */
export async function writeTemplate(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const lines: string[] = []
  for (const kind of recordKinds) {
    const path = join(folder, `${kindNames[kind][0]}.csv`)
    try {
      // Spreadsheets take a CSV for UTF-8 only if it begins with the mark.
      await writeFile(path, `\uFEFF${templateHeader(kind).join(',')}\r\n`, { flag: 'wx' })
      lines.push(path)
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
      lines.push(`${path}：已有，没有改`)
    }
  }
  return lines
}

/** The columns of a kind's table: whose and what it is, then the rest as the record kinds list it. */
export function templateHeader(kind: RecordKind): readonly string[] {
  const { office, name, ...rest } = fieldsFor(kind)
  const all = kind === 'office' ? [name, ...Object.values(rest)] : [office, name, ...Object.values(rest)]
  return [...new Set(all.flatMap((field) => (field ? [field.title] : [])))]
}
