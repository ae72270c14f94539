import * as z from 'zod/mini'
import { entriesOf, listOf } from '../book.ts'
import { defineCheck, kindsOption, subjects } from './check.ts'

/** A service that needs a licence has one that is still valid; its last day counts. */
export const licence = defineCheck({
  name: 'licence',
  options: z.strictObject({
    of: kindsOption,
    services: z.array(z.strictObject({ name: z.string(), service: z.string(), licence: z.string() })),
  }),
  *find(view, { of, services }) {
    for (const record of subjects(view, { of })) {
      const open = services.flatMap(({ name, service, licence: paper }) => {
        if (!listOf(record, 'services').some((one) => new RegExp(service).test(one))) return []
        const papers = entriesOf(record, 'licences').filter((one) => new RegExp(paper).test(one.name ?? ''))
        if (papers.length === 0) return [`${name}：没有登记资质`]
        const [first] = papers
        return papers.some(({ ends }) => ends === undefined || ends >= view.today) ? [] : [`${name}：资质 ${first!.ends} 到期`]
      })
      if (open.length > 0) yield { record, detail: open.join('；') }
    }
  },
})
