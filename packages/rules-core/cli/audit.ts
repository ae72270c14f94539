import { parseArgs } from 'node:util'
import { type AuditFinding, auditAccounts, beijingDay, isDay, type PolicyPack } from '@qianshao/rules-core'
import { answerLines, write } from './answer-lines.ts'
import { openAuditDesk } from './audit-case.ts'
import { writeTemplate } from './audit-template.ts'
import { loadChain } from './packs.ts'
import { printAudit } from './print-audit.ts'
import { type BookRead, readAccountBook } from './read-account-book.ts'
import { UnusableInput } from './read-draft.ts'

export const auditUsage = `用法：qianshao audit 文件… --pack ID [--today 日期] [--json]
      qianshao audit --jsonl - | 文件
      qianshao audit --template 文件夹
  体检账号台账：网站、账号、移动端、后台账户等的登记、备案、开设和关停，连同依据的条款
  文件        .csv、.xlsx（一张表一类：单位、网站、账号、移动端、后台账户、栏目……）或 .json；可以一次给出几份
  --pack      规则包，不写就是 cn；也可以是本单位的规则包文件        --today  按哪一天算，不写就是今天
  --json      输出一个 JSON 对象
  --jsonl     每行一问 {"id","pack","clause","register","today"}，每行一答 {"id","found","findings"}；clause 可以不写
  --template  在文件夹里写出每类一张的空表（CSV），已有的文件不改
  退出码：0 没有发现问题（--jsonl：每行都有回答），1 有问题，2 有输入不能用（逐行列出，不作体检）
  密码不进台账：表里有像密码的一列，整份不收`

const options = {
  pack: { type: 'string', default: 'cn' },
  today: { type: 'string' },
  json: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  template: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** What an account book lacks; answers the exit code. */
export async function audit(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (values.help) {
    await write(`${auditUsage}\n`)
    return 0
  }
  if (values.template !== undefined) {
    await write(`${(await writeTemplate(values.template)).join('\n')}\n`)
    return 0
  }
  if (values.jsonl) {
    if (positionals.length !== 1) throw new UnusableInput(`--jsonl 后面写一个文件，或写 - 读标准输入。\n${auditUsage}`)
    return answerLines(positionals[0]!, openAuditDesk(loadChain))
  }
  if (positionals.length === 0) throw new UnusableInput(`指明一份台账。\n${auditUsage}`)
  if (values.today !== undefined && !isDay(values.today))
    throw new UnusableInput(`--today：“${values.today}”不是存在的日期，写作 2026-03-01`)
  const chain = loadChain(values.pack)
  const read = await readAccountBook(positionals)
  const today = values.today ?? read.today ?? beijingDay(Date.now())
  const findings = auditAccounts(chain, read.book, today)
  for (const note of notesOn(read, chain)) console.error(note)
  await write(values.json ? printJson(read, findings, today) : printAudit(read.book, findings, today))
  return findings.length > 0 ? 1 : 0
}

/** What the reader should know of how the book was read. */
function* notesOn({ book, unused }: BookRead, chain: readonly PolicyPack[]): Iterable<string> {
  for (const { table, columns } of unused) {
    yield columns.length === 0 ? `“${table}”是说明，没有读` : `“${table}”里这些列没有用到：${columns.join('、')}`
  }
  if (chain.every(({ audits = [] }) => audits.length === 0)) yield `规则包 ${chain.at(-1)!.id} 没有体检，请用 --pack 指明本地的规则包`
  else if (!book.some(({ kind }) => kind === 'office')) yield '没有“单位”表：制度、值班、主管领导等单位一级的项目没有查'
}

function printJson({ book }: BookRead, findings: readonly AuditFinding[], today: string): string {
  const offices = new Set(book.map(({ office }) => office)).size
  return `${JSON.stringify({ today, records: book.length, offices, findings }, null, 2)}\n`
}
