import { parseArgs } from 'node:util'
import { emptyTrail, extendTrail, printHead, problemsOf } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import { linesOf } from './input.ts'
import { UnusableInput } from './read-draft.ts'

export const auditTrailUsage = `qianshao audit-trail 文件：核对导出的审计记录，指出第一处对不上的地方（- 读标准输入）
  第一行是 {"v","office","from","head"}，接着每行一个 {"e":"…"}，最后一行是检查点
  核对的是记录有没有改动、缺少、换过次序；检查点上的签名另由收到它的单位核对
  退出码：0 都对得上，1 有一处对不上，2 文件不能用`

const bytes32 = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, '要写 32 字节的 base64url'))
const count = z.int().check(z.gte(0))
const header = z.strictObject({ v: z.literal(1), office: z.string().check(z.minLength(1)), from: z.int().check(z.gte(1)), head: bytes32 })
const eventLine = z.strictObject({ e: z.string() })
const event = z.looseObject({ n: z.int().check(z.gte(1)), at: z.int(), act: z.string() })
const checkpoint = z.strictObject({ v: z.literal(1), office: z.string(), n: count, head: bytes32, iat: z.int() })

/** Walks an exported audit trail (protocol.md §8); answers the exit code. */
export async function auditTrail(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) {
    console.log(auditTrailUsage)
    return 0
  }
  if (positionals.length !== 1) throw new UnusableInput(`写明一个文件，或写 - 读标准输入。\n${auditTrailUsage}`)
  const file = positionals[0]!
  const lines: { number: number; line: string }[] = []
  for await (const row of linesOf(file)) {
    if ('error' in row) throw new UnusableInput(`${file} 第 ${row.number} 行：${row.error}`)
    lines.push(row)
  }
  const { good, says } = walk(lines)
  console.log(`${file}：${says}`)
  return good ? 0 : 1
}

/** What the lines say about themselves. Throws UnusableInput where they are no audit trail. */
export function walk(lines: readonly { number: number; line: string }[]): { good: boolean; says: string } {
  const [first, ...rest] = lines
  if (!first) throw new UnusableInput('是空文件')
  const last = rest.pop()
  if (!last) throw new UnusableInput('只有一行，缺少记录和检查点')
  const { office, from, head } = parse(header, first, '开头')
  const wrong = (number: number, why: string) => ({ good: false, says: `第 ${number} 行对不上：${why}` })
  if (from === 1 && head !== printHead(emptyTrail(office))) return wrong(first.number, '开头的摘要不是这个单位的')
  let at = Uint8Array.from(Buffer.from(head, 'base64url'))
  let n = from - 1
  let previous = Number.NEGATIVE_INFINITY
  for (const row of rest) {
    const { e } = parse(eventLine, row, '记录')
    const read = parse(event, { number: row.number, line: e }, '记录')
    if (read.n !== n + 1) return wrong(row.number, `应当是第 ${n + 1} 条，写的是第 ${read.n} 条；有记录缺少、重复或者换过次序`)
    if (read.at < previous) return wrong(row.number, '时间比上一条早')
    previous = read.at
    n = read.n
    at = Uint8Array.from(extendTrail(at, e))
  }
  const end = parse(checkpoint, { number: last.number, line: payloadOf(last) }, '检查点')
  if (end.office !== office) return wrong(last.number, '检查点是别的单位的')
  if (end.n !== n) return wrong(last.number, `检查点到第 ${end.n} 条，文件到第 ${n} 条`)
  if (end.head !== printHead(at)) return wrong(last.number, '检查点的摘要和前面的记录不一致；有记录改过')
  return { good: true, says: `${office} 的第 ${from} 至 ${n} 条都对得上` }
}

/** The statement inside a compact JWS, alone on the line. */
function payloadOf({ number, line }: { number: number; line: string }): string {
  const parts = line.trim().split('.')
  if (parts.length !== 3) throw new UnusableInput(`第 ${number} 行：最后一行应当是检查点`)
  return Buffer.from(parts[1]!, 'base64url').toString('utf8')
}

function parse<T extends z.ZodMiniType>(shape: T, { number, line }: { number: number; line: string }, what: string): z.infer<T> {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new UnusableInput(`第 ${number} 行：${what}不是正确的 JSON`)
  }
  const read = shape.safeParse(json)
  if (read.success) return read.data as z.infer<T>
  const problems = problemsOf(read.error).map(({ path, problem }) => `${path || what}：${problem}`)
  throw new UnusableInput(`第 ${number} 行：${problems.join('；')}`)
}
