import { addDays, beijingDay, periodAround, startOfDay } from '@qianshao/rules-core'

export type PeriodName = 'week' | 'month' | 'quarter'

/** The first instant of the running week (Monday), month or quarter in Beijing time; `back` periods earlier if given. */
export function startOf(period: PeriodName, at: number, back = 0): number {
  let { from } = periodAround(beijingDay(at), period)
  for (let i = 0; i < back; i++) from = periodAround(addDays(from, -1), period).from
  return startOfDay(from)
}
