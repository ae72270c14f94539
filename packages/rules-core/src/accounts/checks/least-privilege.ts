import * as z from 'zod/mini'
import { daysBetween } from '../../duties/days.ts'
import { listOf, textOf } from '../book.ts'
import { defineCheck, subjects } from './check.ts'

/** Rights beyond what a post needs, and accounts that nobody has signed in with for long. */
export const leastPrivilege = defineCheck({
  name: 'least-privilege',
  options: z.strictObject({ days: z.int(), posts: z.array(z.strictObject({ post: z.string(), rights: z.string() })) }),
  *find(view, { days, posts }) {
    for (const record of subjects(view, { of: ['backend'] })) {
      const post = posts.find((one) => new RegExp(one.post).test(textOf(record, 'role')))
      const beyond = post ? listOf(record, 'rights').filter((right) => !new RegExp(post.rights).test(right)) : []
      const last = textOf(record, 'lastSignIn')
      const idle = last === '' ? 0 : daysBetween(last, view.today)
      const found = [
        ...(beyond.length > 0 ? [`岗位“${textOf(record, 'role')}”有权限：${beyond.join('、')}`] : []),
        ...(idle > days ? [`${idle} 天没有登录（超过 ${days} 天，产品设置）`] : []),
      ]
      if (found.length > 0) yield { record, detail: found.join('；') }
    }
  },
})
