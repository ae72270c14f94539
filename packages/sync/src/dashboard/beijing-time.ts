/** Instants as people read them, in Beijing time: `3月24日 16:12`; another year is written out. */

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

export function printTime(at: number, now: number): string {
  const { year, month, day, hour, minute } = read(at)
  return `${year === read(now).year ? '' : `${year}年`}${month}月${day}日 ${hour}:${minute}`
}

/** `2026-03-24` as `3月24日`; with the year if it is another than today's. */
export function printDay(day: string, today = day): string {
  const [year, month, date] = day.split('-')
  return `${today.startsWith(`${year}-`) ? '' : `${year}年`}${Number(month)}月${Number(date)}日`
}

function read(at: number): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
}
