import type { PolicyPack } from '@qianshao/rules-core'
import * as z from 'zod/mini'
import type { Clock } from './clock.ts'
import type { Office, Store } from './store/store.ts'

const accountId = z
  .string()
  .check(z.regex(/^(?:wechat|weibo|web|app):[\x21-\x7e]{1,74}$/, '写作 web:主机名、wechat:gh_…、weibo:编号 或 app:包名'))
const shortId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, '用 1 到 40 个小写字母、数字、横线'))

/** What an administrator enters for an office. */
export const officeForm = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{2,64}$/, '用 2 到 64 个小写字母、数字、横线')),
  name: z.string().check(z.trim(), z.minLength(2, '至少 2 个字'), z.maxLength(40, '最多 40 个字')),
  pack: z.string(),
  accounts: z.array(z.strictObject({ id: accountId, name: z.string().check(z.minLength(1, '不能空'), z.maxLength(40, '最多 40 个字')) })),
  columns: z.array(
    z.strictObject({
      account: accountId,
      id: shortId,
      title: z.string().check(z.minLength(1, '不能空'), z.maxLength(20, '最多 20 个字')),
      class: shortId,
    }),
  ),
  origins: z.array(z.string().check(z.regex(/^https?:\/\/[^\s/]{1,200}$/, '写作 https://主机名，不带路径'))),
})
export type OfficeForm = z.infer<typeof officeForm>

/** Makes an office, or changes it. Throws an `OfficeError` that lists every mistake in the form. */
export async function seedOffice(
  { store, clock, packs }: { store: Store; clock: Clock; packs: readonly PolicyPack[] },
  form: OfficeForm,
): Promise<Office> {
  const parsed = officeForm.safeParse(form)
  if (!parsed.success) {
    throw new OfficeError(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), problem: message })))
  }
  const problems = await innerProblems(store, packs, parsed.data)
  if (problems.length > 0) throw new OfficeError(problems)
  const createdAt = (await store.office(parsed.data.id))?.createdAt ?? clock.now()
  const office: Office = { ...parsed.data, createdAt }
  await store.putOffice(office)
  return office
}

/** Every mistake in an office's form, with its place. */
export class OfficeError extends Error {
  constructor(readonly problems: readonly { path: string; problem: string }[]) {
    super(`seed-office: ${problems.map(({ path, problem }) => `${path}：${problem}`).join('；')}`)
  }
}

async function innerProblems(store: Store, packs: readonly PolicyPack[], form: OfficeForm) {
  const problems: { path: string; problem: string }[] = []
  if (!packs.some(({ id }) => id === form.pack)) problems.push({ path: 'pack', problem: `没有规则包 ${form.pack}` })
  const ids = new Set(form.accounts.map(({ id }) => id))
  if (ids.size !== form.accounts.length) problems.push({ path: 'accounts', problem: '同一个账号写了两次' })
  for (const [i, { id }] of form.accounts.entries()) {
    const others = (await store.officesOfAccount(id)).filter((office) => office !== form.id)
    if (others.length > 0) problems.push({ path: `accounts.${i}.id`, problem: `${id} 已登记在 ${others.join('、')} 名下` })
  }
  const columns = new Set<string>()
  for (const [i, column] of form.columns.entries()) {
    if (!ids.has(column.account)) problems.push({ path: `columns.${i}.account`, problem: `没有账号 ${column.account}` })
    const key = `${column.account} ${column.id}`
    if (columns.has(key)) problems.push({ path: `columns.${i}.id`, problem: `栏目 ${column.id} 写了两次` })
    columns.add(key)
  }
  return problems
}
