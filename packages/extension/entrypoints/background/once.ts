import type { StoredLine } from '@qianshao/sdk'
import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/** What was stored under each key, so that an entry that is asked for twice is stored once. Lives as long as the browser runs. */
const KEY = 'stored'
/** A repeat comes within moments; older keys are let go. */
const MOST = 50

const stored = z.array(
  z.strictObject({ key: z.string(), line: z.strictObject({ id: z.string(), seq: z.int().check(z.gte(1)), line: z.string() }) }),
)

const underWay = new Map<string, Promise<StoredLine>>()

/** Stores with `store` unless this key has been stored already; the answer is the same line either way. */
export function once(key: string, store: () => Promise<StoredLine>): Promise<StoredLine> {
  const running = underWay.get(key) ?? storeOnce(key, store).finally(() => underWay.delete(key))
  underWay.set(key, running)
  return running
}

async function storeOnce(key: string, store: () => Promise<StoredLine>): Promise<StoredLine> {
  const before = (await recent()).find((one) => one.key === key)
  if (before) return before.line
  const { id, seq, line } = await store()
  const kept = [...(await recent()), { key, line: { id, seq, line } }].slice(-MOST)
  await browser.storage.session.set({ [KEY]: kept })
  return { id, seq, line }
}

async function recent(): Promise<z.infer<typeof stored>> {
  const found = await browser.storage.session.get(KEY)
  const parsed = stored.safeParse(found[KEY])
  return parsed.success ? parsed.data : []
}
