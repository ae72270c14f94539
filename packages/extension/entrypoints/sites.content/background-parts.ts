import { computed, signal } from '@preact/signals'
import type { OwedDuties } from '@qianshao/rules-core'
import type { AnswerBook, DutyBook, Outbox, PanelSettings, PinRecord, PinStore, Redactor } from '@qianshao/sdk'
import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { followDelivery } from '../../delivery.ts'
import { ask } from '../../messages.ts'
import { type Settings, writeSetting } from '../../settings.ts'

/** The outbox, as the panel and the guard see it; the real one lives in the background and outlives this page. */
export function backgroundOutbox(until: AbortSignal): Outbox {
  const delivery = followDelivery(until)
  return {
    // The key makes it safe to ask again when the background was stopped before it could answer.
    put: (entry) => ask('outbox.put', { key: crypto.randomUUID(), entry }),
    waiting: computed(() => delivery.value.waiting),
    aside: computed(() => delivery.value.aside),
    state: computed(() => delivery.value.state),
    list: () => ask('outbox.list', {}),
    async sendNow() {
      await ask('outbox.send', {})
    },
    // Closing a page closes nothing in the background.
    close: () => undefined,
  }
}

/** The keys stay in the background. */
export function backgroundRedactor(): Redactor {
  return {
    checked: (draft, verdict, ms) => ask('redactor.checked', { draft, verdict, ms }),
    identify: (draft, findings) => ask('redactor.identify', { draft, findings }),
  }
}

export function backgroundAnswers(): AnswerBook {
  return {
    async recall(ids) {
      const recalled = await ask('answers.recall', { ids })
      return recalled.map((one) => one ?? undefined) as Awaited<ReturnType<AnswerBook['recall']>>
    },
    async remember(id, answer, at) {
      await ask('answers.remember', { id, answer, at })
    },
    async forget(id) {
      await ask('answers.forget', { id })
    },
  }
}

/** The background asks the endpoint; a page shows what it was told. */
export function backgroundDuties(): DutyBook {
  const owed = signal<OwedDuties | undefined>(undefined)
  const look = async (refresh: boolean) => {
    owed.value = (await ask('duties.owed', { refresh })) ?? owed.value
  }
  return {
    owed,
    async refresh() {
      await look(false)
      await look(true)
    },
  }
}

const pin = z.strictObject({ salt: z.string(), hash: z.string(), wrong: z.int().check(z.gte(0)), wrongAt: z.number() })

/** PIN records are salted and stretched; they lie beside the settings. */
export function storedPins(): PinStore {
  const key = (personId: string) => `pin.${personId}`
  return {
    async get(personId): Promise<PinRecord | undefined> {
      const found = await browser.storage.local.get(key(personId))
      const parsed = pin.safeParse(found[key(personId)])
      return parsed.success ? parsed.data : undefined
    },
    async set(personId, record) {
      await browser.storage.local.set({ [key(personId)]: record })
    },
  }
}

const PANEL = 'panel'
const panelRecord = z.record(z.string(), z.string())

/** The panel counts text sizes from 0; the options page knows them by factor. */
const SIZES: readonly Settings['textSize'][] = ['1', '1.25', '1.5']

/** How the panel was left on any page: a copy in memory, written through. The text size is the one of the options page. */
export async function storedPanelSettings(textSize: Settings['textSize']): Promise<PanelSettings> {
  const found = await browser.storage.local.get(PANEL)
  const parsed = panelRecord.safeParse(found[PANEL])
  const kept: Record<string, string> = parsed.success ? parsed.data : {}
  kept.size = String(SIZES.indexOf(textSize))
  return {
    get: (key) => kept[key] ?? null,
    set(key, value) {
      kept[key] = value
      void browser.storage.local.set({ [PANEL]: kept })
      const size = SIZES[Number(value)]
      if (key === 'size' && size) void writeSetting('textSize', size)
    },
  }
}
