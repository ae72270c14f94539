import { effect } from '@preact/signals'
import type { Device } from '@qianshao/sdk'
import { browser } from 'wxt/browser'
import { writeDelivery } from '../../delivery.ts'

const ALARM = 'deliver'
/** Minutes. Browsers allow no shorter alarm than 30 seconds (protocol.md §4.4). */
const EVERY = 0.5

/**
 * Sends what waits: after every new entry, and by an alarm as long as anything waits, because the background may be stopped between the two.
 * An entry is stored before its writer is answered, so being stopped at any moment costs a repeat, never a loss.
 */
export function keepDelivering(device: () => Promise<Device>): { soon(): void } {
  const trySending = async () => {
    const { outbox } = await device()
    await outbox.sendNow()
    const { waiting } = await outbox.list()
    if (waiting.length === 0) await browser.alarms.clear(ALARM)
  }

  const soon = () => {
    void browser.alarms.create(ALARM, { periodInMinutes: EVERY }).then(trySending)
  }

  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void trySending()
  })
  // A browser that was closed with entries waiting goes on when it starts.
  browser.runtime.onStartup.addListener(soon)
  browser.runtime.onInstalled.addListener(soon)

  return { soon }
}

/** Keeps the numbers that pages and the popup show in step with the outbox. */
export function showDelivery({ outbox }: Device): () => void {
  return effect(() => {
    const now = { waiting: outbox.waiting.value, aside: outbox.aside.value, state: outbox.state.value }
    void writeDelivery(now)
  })
}
