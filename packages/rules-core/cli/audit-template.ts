import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bookTemplate } from '@qianshao/rules-core'

/** Writes an empty CSV for each kind of record; files that are there already are left alone. Answers what was done, a line each. */
export async function writeTemplate(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const lines: string[] = []
  for (const { name, header } of bookTemplate()) {
    const path = join(folder, `${name}.csv`)
    try {
      // Spreadsheets take a CSV for UTF-8 only if it begins with the mark.
      await writeFile(path, `\uFEFF${header.join(',')}\r\n`, { flag: 'wx' })
      lines.push(path)
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
      lines.push(`${path}：已有，没有改`)
    }
  }
  return lines
}
