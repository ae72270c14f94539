import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Draft } from '@qianshao/rules-core'
import type { Attachment, Banner } from '@qianshao/sdk'
import type { Found, Site } from '../../sites/site.ts'
import type { Desk } from './desk.ts'

/** An editor that can be read, with what the sdk made of it. */
export interface Reader {
  attachment: Attachment
  read(): Draft
}

/** The editors of a page as they come, change and go. */
export interface Following {
  /** What the page as a whole looks like: the worst of its editors; undefined where there is nothing to check. */
  banner: ReadonlySignal<Banner | undefined>
  /** The attachment that speaks for a text: the editor that shows it, else the one used last, else one for the whole page. */
  speakerFor(text: string | undefined): Attachment
  /** The editor, if there is exactly one: for requests that do not carry their text. */
  onlyReader(): Reader | undefined
  stop(): void
}

/** Milliseconds. Editors mount up to 7 s after the page, title and body one after the other, so only then is a page called changed. */
const PATIENCE = 9_000
/** Milliseconds between two looks while a page is busy building itself. */
const BREATH = 200

export function followEditors({ page, site, desk }: { page: Document; site: Site; desk: Desk }): Following {
  const readers = signal<ReadonlyMap<Element, Reader>>(new Map())
  const wholePage = signal<Attachment | undefined>(undefined)
  const life = new AbortController()
  // Read anew each time: pages change their address without loading.
  const address = () => new URL(page.location.href)
  let lastUsed: Element | undefined
  let changedSince: number | undefined
  let planned: number | undefined

  const look = () => {
    planned = undefined
    const found: Found = site.expectsEditor(address()) ? site.find(page, address()) : { state: 'none' }
    keepTo(found.state === 'ready' ? found.editors : [])
    if (found.state !== 'changed') {
      if (changedSince !== undefined || found.state === 'ready') dropWholePage()
      changedSince = undefined
      return
    }
    changedSince ??= Date.now()
    const left = changedSince + PATIENCE - Date.now()
    if (left <= 0) wholePage.value ??= desk.attach(site.unrecognised(page, address()))
    else plan(left)
  }

  // An older body that a page keeps beside the new one is no longer edited, so it goes too.
  const keepTo = (editors: Extract<Found, { state: 'ready' }>['editors']) => {
    const next = new Map<Element, Reader>()
    for (const { root, open } of editors) {
      const known = readers.value.get(root)
      next.set(root, known ?? startReading(desk, open()))
    }
    const gone = [...readers.value].filter(([root]) => !next.has(root))
    for (const [, { attachment }] of gone) attachment.detach()
    if (gone.length > 0 || next.size !== readers.value.size) readers.value = next
  }

  const dropWholePage = () => {
    wholePage.value?.detach()
    wholePage.value = undefined
  }

  const plan = (ms: number) => {
    window.clearTimeout(planned)
    planned = window.setTimeout(look, ms)
  }

  // Pages change in bursts: the first change of a burst sets the time, so that a page that never rests is still looked at.
  let burst = false
  const observer = new MutationObserver(() => {
    if (burst) return
    burst = true
    window.setTimeout(() => {
      burst = false
      if (!life.signal.aborted) look()
    }, BREATH)
  })
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['contenteditable', 'placeholder'] })
  const noteUse = (event: Event) => {
    lastUsed = [...readers.value.keys()].find((root) => event.composedPath().includes(root)) ?? lastUsed
  }
  page.addEventListener('focusin', noteUse, { signal: life.signal, capture: true })
  plan(0)

  return {
    banner: computed(() => {
      const attachments = [...readers.value.values()].map(({ attachment }) => attachment)
      return worst([...attachments, ...(wholePage.value ? [wholePage.value] : [])].map(({ banner }) => banner.value))
    }),
    speakerFor(text) {
      const all = [...readers.value.values()]
      const shows = text === undefined ? undefined : all.find(({ read }) => bodyText(read()) === text)
      const chosen = shows ?? (lastUsed && readers.value.get(lastUsed)) ?? all[0]
      if (chosen) return chosen.attachment
      wholePage.value ??= desk.attach(site.unrecognised(page, address()))
      return wholePage.value
    },
    onlyReader: () => (readers.value.size === 1 ? [...readers.value.values()][0] : undefined),
    stop() {
      life.abort()
      observer.disconnect()
      window.clearTimeout(planned)
      keepTo([])
      dropWholePage()
    },
  }
}

/** The text of a draft's body, for telling two composers apart. */
export function bodyText(draft: Draft): string {
  return draft.blocks
    .filter(({ role }) => role === 'body' || role === 'cell')
    .map(({ text }) => text.trim())
    .join('\n')
}

function startReading(desk: Desk, editor: ReturnType<Site['unrecognised']>): Reader {
  return { attachment: desk.attach(editor), read: () => editor.read() }
}

const FROM_WORST = ['hold', 'unchecked', 'review', 'clear', 'empty'] as const

function worst(banners: readonly Banner[]): Banner | undefined {
  return [...banners].sort((a, b) => FROM_WORST.indexOf(a.decision) - FROM_WORST.indexOf(b.decision))[0]
}
