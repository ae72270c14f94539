import { toIcs } from '@qianshao/rules-core'
import type { DutyLine } from '../dashboard/shapes.ts'

/** The dates that are still to come as a calendar file; what is overdue has its date behind it, and stays on the page. */
export function dutyCalendar(lines: readonly DutyLine[], now: number, today: string): string {
  const reminders = lines.flatMap((line) =>
    line.deadline === null || line.deadline < today
      ? []
      : [
          {
            uid: [line.office, line.account, line.column, line.dutyId].join('.'),
            title: `${line.officeName} ${line.columnTitle}：${line.dutyTitle}`,
            deadline: line.deadline,
            description: [line.why, line.satisfiedBy, ...line.citations.map(printCitation)].join('\n'),
          },
        ],
  )
  return toIcs(reminders, now)
}

function printCitation({ document, number, locator, quote }: DutyLine['citations'][number]): string {
  return `《${document}》${number ?? ''} ${locator}“${quote}”`
}
