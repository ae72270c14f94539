import { parseArgs } from 'node:util'
import { type Checker, countKinds, createChecker } from '@qianshao/rules-core'
import { answerFor } from './answer-line.ts'
import { write } from './answer-lines.ts'
import { linesOf, readText } from './input.ts'
import { loadChain } from './packs.ts'
import { printSummary, printVerdict, type SummaryRow } from './print-verdict.ts'
import { draftFromFile, draftFromLine, type FileFormat, formatOf, type ReadDraft, UnusableInput } from './read-draft.ts'

export const checkUsage = `用法：qianshao check [--pack ID] [--json|--jsonl] 文件… | -
  检查 .txt、.md、.html 稿件，或每行一篇的 .jsonl（{"id","title","body","format":"text"|"html","platform"}）；- 读标准输入。
  --pack   规则包，不写就是 cn；也可以是本单位的规则包文件（.json）
  --json   输出一个 JSON 列表        --jsonl  每篇输出一行 JSON；标准输入也按一行一篇读
  退出码：0 未发现要处理的问题，1 有须改或待核对，2 有输入不能用`

type Output = 'text' | 'json' | 'jsonl'
const SUMMARY_LIMIT = 200

/** Checks drafts as they are read; answers the exit code. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pack: { type: 'string', default: 'cn' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    await write(`${checkUsage}\n`)
    return 0
  }
  if (positionals.length === 0) throw new UnusableInput(`没有指明要检查的文件。\n${checkUsage}`)
  if (values.json && values.jsonl) throw new UnusableInput('--json 和 --jsonl 只能用一个')
  const run = new CheckRun(createChecker(loadChain(values.pack)), values.json ? 'json' : values.jsonl ? 'jsonl' : 'text')
  for (const file of positionals) await run.file(file)
  return run.end()
}

class CheckRun {
  private readonly checker: Checker
  private readonly output: Output
  private printed = 0
  private needsAnswer = false
  private unusable = false
  private readonly summary: SummaryRow[] = []

  constructor(checker: Checker, output: Output) {
    this.checker = checker
    this.output = output
  }

  async file(file: string): Promise<void> {
    try {
      const format = file === '-' ? (this.output === 'jsonl' ? 'jsonl' : undefined) : formatOf(file)
      if (format === 'jsonl') await this.lines(file)
      else if (format) await this.draft(draftFromFile(file, await readText(file), format))
      else if (file === '-') await this.standardInput()
      else throw new UnusableInput('只读 .txt、.md、.html 和 .jsonl 文件')
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error
      this.unusable = true
      console.error(`${file}：${error.message}`)
    }
  }

  async end(): Promise<number> {
    if (this.output === 'json') await write(this.printed === 0 ? '[]\n' : '\n]\n')
    if (this.output === 'text' && this.summary.length > 1) await write(`${printSummary(this.summary)}\n`)
    return this.unusable ? 2 : this.needsAnswer ? 1 : 0
  }

  private async lines(file: string): Promise<void> {
    for await (const row of linesOf(file)) {
      try {
        if ('error' in row) throw new UnusableInput(row.error)
        await this.draft(draftFromLine(row.line))
      } catch (error) {
        if (!(error instanceof UnusableInput)) throw error
        this.unusable = true
        console.error(`${file} 第 ${row.number} 行：${error.message}`)
        if (this.output !== 'text') await this.json({ id: error.id, error: error.message })
      }
    }
  }

  /** Without a file name the text itself tells what it is. */
  private async standardInput(): Promise<void> {
    const content = await readText('-')
    const format: FileFormat = /^\s*</.test(content) ? 'html' : 'text'
    await this.draft(draftFromFile('标准输入', content, format))
  }

  private async draft(read: ReadDraft): Promise<void> {
    const verdict = this.checker.check(read.draft)
    if (verdict.decision !== 'clear') this.needsAnswer = true
    if (this.output !== 'text') {
      await this.json(answerFor(read.id, read.draft, verdict))
      return
    }
    // A summary of more rows than fit on a few screens helps nobody, and a long stream must not stay in memory.
    if (this.summary.length < SUMMARY_LIMIT)
      this.summary.push({ id: read.id, decision: verdict.decision, counts: countKinds(verdict.findings) })
    await write(`${printVerdict(read, verdict)}\n`)
  }

  private async json(answer: object): Promise<void> {
    const before = this.output === 'json' ? (this.printed === 0 ? '[\n' : ',\n') : ''
    this.printed += 1
    await write(`${before}${JSON.stringify(answer)}${this.output === 'jsonl' ? '\n' : ''}`)
  }
}

/** Waits while the reader of standard output is slower than we are. */
