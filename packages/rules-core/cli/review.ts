import { parseArgs } from 'node:util'
import { answerLines, write } from './answer-lines.ts'
import { loadChain } from './packs.ts'
import { UnusableInput } from './read-draft.ts'
import { openReviewDesk } from './review-case.ts'

export const reviewUsage = `qianshao review --pack 规则包 --jsonl 文件：每一稿能不能发布，还差谁的签字（- 读标准输入）
  每行一个 {"id","item":{"origin","sensitive","involves_other_units","emergency"},"steps":[{"role","action","by","at","contentHash"}]}
  步骤按 at 的先后看，同一时刻的按给出的次序；签字只对签的那一稿（contentHash）有效，改过就要重签
  submit 是送审，不是签字；escalate 请上一级决定；reroute 可以用 "to" 写明转到哪种来源，不写的看接下来由谁签
  退出码：0 每行都有回答，2 有输入不能用（逐条列出）`

const options = {
  pack: { type: 'string', default: 'cn' },
  jsonl: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Whether texts may be published, and whose signature is missing; answers the exit code. */
export async function review(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (values.help) {
    await write(`${reviewUsage}\n`)
    return 0
  }
  if (!values.jsonl || positionals.length !== 1) throw new UnusableInput(`--jsonl 后面写一个文件，或写 - 读标准输入。\n${reviewUsage}`)
  return answerLines(positionals[0]!, openReviewDesk(loadChain, values.pack))
}
