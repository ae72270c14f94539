import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'
import { hashPassword, randomPassword } from './password.ts'

const SHORTEST = 10

/** Makes an administrator of the dashboard, or gives an existing one a new password. */
export async function putAdministrator(
  { store, clock }: { store: Store; clock: Clock },
  { name, password }: { name: string; password: string },
): Promise<void> {
  if (password.length < SHORTEST) throw new Error(`administrator: 密码至少 ${SHORTEST} 个字符。`)
  if (!/^[\p{L}\p{N}._-]{1,20}$/u.test(name)) throw new Error('administrator: 登录名用 1 到 20 个文字、数字、点、横线。')
  await store.putAdministrator({ name, password: await hashPassword(password), createdAt: clock.now() })
}

/** At the first start: an administrator `admin` with a random password, to be shown once. Undefined if there is one already. */
export async function firstAdministrator(parts: { store: Store; clock: Clock }): Promise<{ name: string; password: string } | undefined> {
  if (await parts.store.hasAdministrator()) return undefined
  const first = { name: 'admin', password: randomPassword() }
  await putAdministrator(parts, first)
  return first
}
