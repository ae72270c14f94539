import type { Demand, Every } from '../pack/schema.ts'
import { printPeriod } from './due.ts'
import { actName, eventKindNames } from './event-words.ts'

/** What a duty asks, as a line of Chinese: 间隔不超过 10 个自然日. */
export function printDemand(demand: Demand): string {
  switch (demand.kind) {
    case 'gap':
      return demand.atMost ? `间隔不超过 ${printPeriod(demand.atMost)}` : '定期，条款没有规定间隔'
    case 'quota':
      return `${EACH[demand.every]}不少于 ${demand.atLeast} 次`
    case 'answer':
      return `${eventKindNames[demand.from[0]!]}后${demand.within ? ` ${printPeriod(demand.within)}内` : ''}${actName(demand.by)}${demand.within ? '' : '，条款没有规定期限'}`
    case 'date':
      return demand.by === undefined
        ? `${EACH[demand.every]}一次，到期末为止`
        : `${EACH[demand.every]}第 ${Number(demand.by.slice(0, 2))} 个月 ${Number(demand.by.slice(3))} 日前`
    case 'once':
      return `${demand.by} 前，一次性`
    case 'stay':
      return `${eventKindNames[demand.from[0]!]}后保留不少于 ${printPeriod(demand.atLeast)}`
    case 'limit':
      return 'times' in demand.atMost
        ? `${EACH[demand.atMost.every]}${eventKindNames[demand.from[0]!]}不超过 ${demand.atMost.times} 次`
        : `${eventKindNames[demand.from[0]!]}不超过 ${printPeriod(demand.atMost)}`
  }
}

const EACH: Readonly<Record<Every, string>> = {
  day: '每天',
  week: '每周',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
}
