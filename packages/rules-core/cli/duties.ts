import { parseArgs } from 'node:util'
import { type AccountDuty, accountDuties, beijingDay, type Duty, layer, readInstant, toIcs } from '@qianshao/rules-core'
import { answerLines, write } from './answer-lines.ts'
import { loadCalendar } from './calendars.ts'
import { openDutyDesk } from './duty-case.ts'
import { loadChain } from './packs.ts'
import { UnusableInput } from './read-draft.ts'
import { readDutyEvents } from './read-duty-events.ts'
import { column, table } from './table.ts'
import { dutyStatusWords } from './words.ts'

export const dutiesUsage = `用法：qianshao duties --pack ID --events 文件 [--now 时间] [--json|--ics]
      qianshao duties --jsonl - | 文件
  算出每项时限：正常、快到期、逾期或无法判断，连同到期日和依据的条款
  --events    .csv、.xlsx（表头：事件、时间、渠道、栏目、编号、账号、事项；停更写“停更”、时间、到、事由）、.json（列表）或 .jsonl（{"kind","at",…}）
  --now       现在的时间，不写就是此刻        --pack  规则包，不写就是 cn；也可以是本单位的规则包文件
  --calendar  本单位导入的放假安排（.json，可写多次），2024—2026 年已有；没有放假安排的年份不推算
  --owed-by   谁的时限：office（本单位，不写就是它）、supervisor、cyberspace-office、platform-operator、all
  --json      输出一个 JSON 列表        --ics  输出日历文件，可导入日历软件
  --jsonl     每行一问 {"id","pack","clause","surface","column","events":[{"kind","at"}],"now"}，每行一答 {"id","status","deadline","clause","why"}
  时间没有写时区的，按北京时间；只写日期的事件算作当天 12:00，只写日期的 now 算到当天结束
  退出码：0 没有逾期（--jsonl：每行都有回答），1 有逾期，2 有输入不能用（逐条列出）`

const options = {
  pack: { type: 'string', default: 'cn' },
  events: { type: 'string' },
  now: { type: 'string' },
  calendar: { type: 'string', multiple: true, default: [] as string[] },
  'owed-by': { type: 'string', default: 'office' },
  json: { type: 'boolean', default: false },
  ics: { type: 'boolean', default: false },
  jsonl: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Where an office's duties stand; answers the exit code. */
export async function duties(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (values.help) {
    await write(`${dutiesUsage}\n`)
    return 0
  }
  if (values.jsonl) {
    if (positionals.length !== 1) throw new UnusableInput(`--jsonl 后面写一个文件，或写 - 读标准输入。\n${dutiesUsage}`)
    return answerLines(positionals[0]!, openDutyDesk(loadChain, loadCalendar(values.calendar)))
  }
  if (values.events === undefined || positionals.length > 0) throw new UnusableInput(`用 --events 指明一份事件记录。\n${dutiesUsage}`)
  if (values.json && values.ics) throw new UnusableInput('--json 和 --ics 只能用一个')
  const now = presentOf(values.now)
  const { duties: all } = layer(loadChain(values.pack))
  const own = all.filter((duty) => !duty.past && isOwedBy(duty, values['owed-by']))
  const { events, silences } = await readDutyEvents(values.events, all)
  const lines = accountDuties(own, events, now, loadCalendar(values.calendar), silences)
  await write(values.json ? printJson(lines) : values.ics ? printIcs(lines, now) : printTable(lines))
  return lines.some(({ status }) => status === 'overdue') ? 1 : 0
}

function presentOf(text: string | undefined): number {
  if (text === undefined) return Date.now()
  const read = readInstant(text, 24)
  if (!read) throw new UnusableInput(`--now：“${text}”不是存在的时间，写作 2026-03-01T09:00:00+08:00`)
  return read.dayOnly ? read.at - 1 : read.at
}

const OWERS: readonly string[] = ['office', 'supervisor', 'cyberspace-office', 'platform-operator', 'all']

function isOwedBy({ owedBy }: Duty, asked: string): boolean {
  if (!OWERS.includes(asked)) throw new UnusableInput(`--owed-by 只能是 ${OWERS.join('、')}`)
  return asked === 'all' || (owedBy ?? 'office') === asked
}

function printTable(lines: readonly AccountDuty[]): string {
  if (lines.length === 0) return '规则包里没有时限\n'
  const rows = lines.map((line) => [
    dutyStatusWords[line.status],
    line.deadline?.replace('T', ' ').replace('+08:00', '') ?? '',
    line.title,
    line.account,
    `${line.why}${line.forecast?.breachOn ? line.forecast.why : ''}`,
  ])
  return `${table(
    ['状态', '到期', '时限', '账号', '说明'].map((title) => column(title)),
    rows,
  )}\n`
}

function printJson(lines: readonly AccountDuty[]): string {
  const answers = lines.map(({ dutyId, title, account, status, deadline, clauseIds, why, satisfiedBy, evidence, forecast }) => ({
    duty: dutyId,
    title,
    ...(account !== '' && { account }),
    status,
    deadline,
    clauses: clauseIds,
    why,
    satisfiedBy,
    evidence: evidence.map(({ kind, at, ref }) => ({ kind, at: new Date(at).toISOString(), ...(ref !== undefined && { ref }) })),
    ...(forecast && { forecast }),
  }))
  return `${JSON.stringify(answers, null, 2)}\n`
}

function printIcs(lines: readonly AccountDuty[], now: number): string {
  const reminders = lines.flatMap((line) =>
    line.deadline === null || line.deadline < beijingDay(now)
      ? []
      : [
          {
            uid: `${line.dutyId}.${line.account || 'office'}`,
            title: line.account === '' ? line.title : `${line.title}（${line.account}）`,
            deadline: line.deadline,
            description: `${line.why}${line.satisfiedBy}`,
          },
        ],
  )
  return toIcs(reminders, now)
}
