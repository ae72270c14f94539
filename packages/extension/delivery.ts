import { type ReadonlySignal, signal } from '@preact/signals'
import type { DeliveryState } from '@qianshao/sdk'
import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/**
 * How many entries wait and what the sender is doing, written by the background and read by every other context,
 * so that a page's panel and the popup show the same number without asking.
 */

const KEY = 'delivery'
const delivery = z.strictObject({
  waiting: z.int().check(z.gte(0)),
  aside: z.int().check(z.gte(0)),
  state: z.enum(['idle', 'sending', 'later', 'stopped', 'memory']),
})
export type Delivery = z.infer<typeof delivery>
const NOTHING: Delivery = { waiting: 0, aside: 0, state: 'idle' }

export async function writeDelivery(now: { waiting: number; aside: number; state: DeliveryState }): Promise<void> {
  await browser.storage.local.set({ [KEY]: delivery.parse(now) })
}

/** Follows the numbers until the signal aborts. */
export function followDelivery(until: AbortSignal): ReadonlySignal<Delivery> {
  const current = signal<Delivery>(NOTHING)
  const take = (value: unknown) => {
    const parsed = delivery.safeParse(value)
    if (parsed.success) current.value = parsed.data
  }
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) take(changes[KEY]?.newValue)
  }
  browser.storage.local.onChanged.addListener(listener)
  until.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener))
  void browser.storage.local.get(KEY).then((found) => take(found[KEY]))
  return current
}
