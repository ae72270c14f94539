import * as z from 'zod/mini'
import { textOf } from '../book.ts'
import { defineCheck, subjectOptions, subjects } from './check.ts'
import { ownerOf } from './one-per-platform.ts'

/** The public verification text holds the full name of the account's host. */
export const namesItsOffice = defineCheck({
  name: 'names-its-office',
  options: z.strictObject({ ...subjectOptions, field: z.string() }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const shown = textOf(record, options.field)
      const owner = ownerOf(record)
      if (shown === '') yield { record, detail: '没有登记认证信息' }
      else if (owner !== '' && !plain(shown).includes(plain(owner))) yield { record, detail: `写的是“${shown}”，主办单位是“${owner}”` }
    }
  },
})

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
