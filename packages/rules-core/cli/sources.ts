import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { PackError, sourceList } from '@qianshao/rules-core'
import { UnusableInput } from './read-draft.ts'
import { readSheets, SheetError } from './read-sheets.ts'

export const sourcesUsage = `用法：qianshao sources 文件
  把稿源单位名单（.csv 或 .xlsx，表头：名称、域名、类别）变成规则包的 sources，印在标准输出上
  放进本单位的规则包：qianshao sources 稿源名单.xlsx > sources.json
  退出码：0 名单可用，2 有行不能用（逐行列出，不输出名单）`

/** Reads a 稿源 list; answers the exit code. */
export async function sources(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) {
    console.log(sourcesUsage)
    return 0
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UnusableInput(`一次读一份名单。\n${sourcesUsage}`)
  const [first] = await sheetsOf(file)
  try {
    console.log(JSON.stringify(sourceList(first!), null, 2))
    return 0
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    console.error(`${file}：这份名单还不能用\n${error.problems.map(({ path, problem }) => `  ${path}：${problem}`).join('\n')}`)
    return 2
  }
}

async function sheetsOf(file: string) {
  try {
    return await readSheets(await readFile(file), basename(file))
  } catch (cause) {
    if (cause instanceof SheetError) throw new UnusableInput(`${file}：${cause.message}`)
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw new UnusableInput(`${file}：没有这个文件`)
    throw cause
  }
}
