import { beijingDay, daysBetween, type OwedDuties, type OwedDuty } from '@qianshao/rules-core'
import { text } from './text.zh-CN.ts'

/** How far the deadline is, in words, as of today rather than of when it was told. `now`: epoch milliseconds. */
export function dutyLeft({ status, deadline }: Pick<OwedDuty, 'status' | 'deadline'>, now: number): string {
  if (status === 'cannot-tell' || deadline === null) return text.duties.unknown
  const days = daysBetween(beijingDay(now), deadline)
  if (days < 0) return text.duties.overdue(-days)
  return days === 0 ? text.duties.today : text.duties.left(days)
}

/** Where it is owed: accounts of one name on two platforms are told apart. */
export function dutyPlace({ account, columnTitle }: Pick<OwedDuty, 'account' | 'columnTitle'>): string {
  const platform = text.duties.platforms[account.slice(0, account.indexOf(':'))]
  return platform === undefined || columnTitle.includes(platform) ? columnTitle : `${columnTitle}（${platform}）`
}

/** Those that are late or nearly so, most urgent first. */
export function pressing(owed: OwedDuties | undefined): readonly OwedDuty[] {
  return owed?.lines.filter(({ status }) => status === 'overdue' || status === 'due-soon') ?? []
}
