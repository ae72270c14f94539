import * as z from 'zod/mini'
import { entriesOf } from '../book.ts'
import { defineCheck, subjectOptions, subjects, words } from './check.ts'
import { hostOf } from './host-of.ts'

/** A menu that has an entry of this name, or one that leads to one of these hosts. */
export const linksTo = defineCheck({
  name: 'links-to',
  options: z.strictObject({ ...subjectOptions, field: z.string(), names: words, hosts: words }),
  *find(view, options) {
    for (const record of subjects(view, options)) {
      const menu = entriesOf(record, options.field)
      const has = menu.some(({ name = '', link }) => {
        const host = hostOf(link ?? name)
        if (host !== undefined && options.hosts.some((one) => host === one || host.endsWith(`.${one}`))) return true
        // By its name only where it leads to no stranger.
        return options.names.some((one) => name.includes(one)) && (host === undefined || host.endsWith('.gov.cn'))
      })
      if (!has)
        yield { record, detail: menu.length === 0 ? '没有登记菜单' : `菜单：${menu.map(({ name, link }) => name ?? link).join('、')}` }
    }
  },
})
