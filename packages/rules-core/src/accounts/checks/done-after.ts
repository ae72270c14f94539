import * as z from 'zod/mini'
import { daysBetween, isDay } from '../../duties/days.ts'
import { type BookRecord, textOf } from '../book.ts'
import { fieldsFor } from '../record-kinds.ts'
import { recordState } from '../standing-of.ts'
import { defineCheck, kindsOption, words } from './check.ts'

/** Once something has happened, other things have to be done; a day of them lies not before it. */
export const doneAfter = defineCheck({
  name: 'done-after',
  options: z.strictObject({ of: kindsOption, event: z.string(), by: words, closedCounts: z.optional(z.boolean()) }),
  *find(view, { of, event, by, closedCounts = false }) {
    for (const record of view.of(of)) {
      const day = textOf(record, event)
      if (day === '' || day > view.today || (closedCounts && recordState(record) === 'closed')) continue
      const open = by.filter((key) => !isDone(record, key, day))
      if (open.length === 0) continue
      const title = (key: string) => fieldsFor(record.kind)[key]?.title ?? key
      yield { record, detail: `${title(event)} ${day}，已过 ${daysBetween(day, view.today)} 天，没有登记：${open.map(title).join('、')}` }
    }
  },
})

function isDone(record: BookRecord, key: string, since: string): boolean {
  const written = textOf(record, key)
  return written !== '' && (!isDay(written) || written >= since)
}
