import * as z from 'zod/mini'
import { addMonths } from '../../duties/days.ts'
import { type BookRecord, countOf, isWritten, textOf } from '../book.ts'
import { type BookView, defineCheck, kindsOption, subjects } from './check.ts'

const reason = z.enum(['no-operator', 'no-update', 'open-findings', 'declared'])

/** Accounts that nobody looks after. Any of `any` is enough, or all of `all` together. */
export const idle = defineCheck({
  name: 'idle',
  options: z.strictObject({ of: kindsOption, months: z.int().check(z.gte(1)), any: z.array(reason), all: z.optional(z.array(reason)) }),
  *find(view, { of, months, any, all = [] }) {
    for (const record of subjects(view, { of, when: { states: ['active'] } })) {
      const found = [...any, ...all].flatMap((one) => {
        const said = REASONS[one](record, view, months)
        return said === undefined ? [] : [[one, said] as const]
      })
      const isHit =
        found.some(([one]) => any.includes(one)) || (all.length > 0 && all.every((one) => found.some(([other]) => other === one)))
      if (isHit) yield { record, detail: [...new Set(found.map(([, said]) => said))].join('；') }
    }
  },
})

const REASONS: Readonly<Record<z.infer<typeof reason>, (record: BookRecord, view: BookView, months: number) => string | undefined>> = {
  'no-operator': (record, view) =>
    isWritten(record, 'operatorPerson') || isWritten(view.officeOf(record), 'operatorPerson') ? undefined : '没有运维人员',
  'no-update': (record, { today }, months) => {
    const last = textOf(record, 'lastUpdate')
    return last === '' || addMonths(last, months) >= today ? undefined : `最后更新 ${last}，超过 ${months} 个月（产品设置）`
  },
  'open-findings': (record) => {
    const open = countOf(record, 'openFindings') ?? 0
    return open === 0 ? undefined : `${open} 个安全问题没有整改`
  },
  declared: (record) => (/无力/.test(textOf(record, 'declared')) ? '申报无力维护' : undefined),
}
