import * as z from 'zod/mini'
import { isWritten, textOf } from '../book.ts'
import { officeClassOf } from '../owner-class.ts'
import { platformName } from '../platform-name.ts'
import { isOpen } from '../standing-of.ts'
import { defineCheck, words } from './check.ts'
import { groupBy } from './group-by.ts'

const LOOK = { site: '政府网站', account: '政务新媒体' } as const

/** Offices of some classes have to have a site, an account, or an account on one platform. */
export const requiredAccount = defineCheck({
  name: 'required-account',
  options: z.strictObject({
    /** Office classes, as patterns. */
    classes: words,
    kinds: z.array(z.enum(['site', 'account'])).check(z.minLength(1)),
    platform: z.optional(z.string()),
    main: z.optional(z.boolean()),
    /** Only offices without an app in use. */
    withoutApp: z.optional(z.boolean()),
    /** Recorded reasons that excuse. */
    exemptions: z.optional(z.string()),
  }),
  *find(view, { classes, kinds, platform, main = false, withoutApp = false, exemptions }) {
    const open = view.of(['site', 'account', 'app']).filter(isOpen)
    const byOffice = groupBy(open, (record) => record.office)
    for (const { name, record } of view.offices()) {
      const own = byOffice.get(name) ?? []
      if (!classes.some((one) => new RegExp(one).test(officeClassOf(record, name)))) continue
      if (exemptions !== undefined && new RegExp(exemptions).test(textOf(record, 'exemption'))) continue
      if (withoutApp && own.some(({ kind }) => kind === 'app')) continue
      const missing = kinds.filter(
        (kind) =>
          !own.some(
            (one) =>
              // An app of one's own is 政务新媒体 too.
              (one.kind === kind || (kind === 'account' && platform === undefined && one.kind === 'app')) &&
              (platform === undefined || platformName(textOf(one, 'platform')) === platform) &&
              (!main || isWritten(one, 'main')),
          ),
      )
      if (missing.length === 0) continue
      const shown = record ?? own[0] ?? { kind: 'office', office: name, name, values: {} }
      const what = platform === undefined ? missing.map((kind) => LOOK[kind]).join('、') : `“${platform}”上的${main ? '主' : ''}账号`
      yield { record: shown, detail: `没有登记在用的${what}` }
    }
  },
})
