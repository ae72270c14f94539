import * as z from 'zod/mini'
import { countOf, entriesOf } from '../book.ts'
import { defineCheck, kindsOption, subjects } from './check.ts'

/** Followers that grew far beyond the account's own size, and beyond what is read of it. A question, never an accusation. */
export const followerJump = defineCheck({
  name: 'follower-jump',
  options: z.strictObject({ of: kindsOption, atLeast: z.int(), share: z.number(), perRead: z.number() }),
  *find(view, { of, atLeast, share, perRead }) {
    for (const record of subjects(view, { of })) {
      const series = entriesOf(record, 'followers')
        .map(({ date = '', followers }) => ({ date, followers: Number(followers) }))
        .filter(({ followers }) => Number.isFinite(followers))
        .sort((a, b) => a.date.localeCompare(b.date))
      const reads = countOf(record, 'medianReads')
      for (const [i, { date, followers }] of series.entries()) {
        const before = series[i - 1]
        if (!before) continue
        const gained = followers - before.followers
        const isFar = gained >= atLeast && gained >= before.followers * share && (reads === undefined || gained > reads * perRead)
        if (isFar) yield { record, detail: `${before.date} ${before.followers}，${date} ${followers}，增加 ${gained}（幅度是产品设置）` }
      }
    }
  },
})
