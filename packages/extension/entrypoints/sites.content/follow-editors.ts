import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Draft } from '@qianshao/rules-core'
import type { Attachment, Banner, EditorAdapter } from '@qianshao/sdk'
import type { Found, Site } from '../../sites/site.ts'
import type { Desk } from './desk.ts'
import { bodyText, sameTrouble } from './same-trouble.ts'
import { sentEditor } from './sent-editor.ts'
import { watchPage } from './watch-page.ts'

/** The editors of a page as they come, change and go. One at a time has the panel: the one that is used. */
export interface Following {
  /** What the page looks like; undefined where there is nothing to check. */
  banner: ReadonlySignal<Banner | undefined>
  /**
   * The attachment that speaks for a text that is about to be sent: an editor that shows the same trouble, else one made for that text.
   * Without a text: the editor in use, else one for the whole page.
   */
  speakerFor(draft: Draft | undefined): Promise<Attachment>
  /** What the editor shows, if there is exactly one: for requests that do not carry their text. */
  onlyDraft(): Draft | undefined
  /** The text that had a speaker of its own has gone out. */
  letGo(): void
  stop(): void
}

/** Milliseconds. Editors mount up to 7 s after the page, title and body one after the other, so only then is a page called changed. */
const PATIENCE = 9_000

export function followEditors({ page, site, desk }: { page: Document; site: Site; desk: Desk }): Following {
  const editors = new Map<Element, EditorAdapter>()
  const inUse = signal<{ root: Element; attachment: Attachment } | undefined>(undefined)
  const wholePage = oneAttachment(() => desk.attach(site.unrecognised(page, address())))
  const sent = oneAttachment((draft) => desk.attach(sentEditor(draft!)))
  let changedSince: number | undefined
  // Read anew each time: pages change their address without loading.
  const address = () => new URL(page.location.href)

  const look = (): number | undefined => {
    const found: Found = site.expectsEditor(address()) ? site.find(page, address()) : { state: 'none' }
    keepTo(found.state === 'ready' ? found.editors : [])
    if (found.state !== 'changed') {
      if (changedSince !== undefined || found.state === 'ready') wholePage.drop()
      changedSince = undefined
      return undefined
    }
    changedSince ??= Date.now()
    const left = changedSince + PATIENCE - Date.now()
    if (left <= 0) wholePage.get()
    return left > 0 ? left : undefined
  }

  // An older body that a page keeps beside the new one is no longer edited, so it goes too.
  const keepTo = (found: Extract<Found, { state: 'ready' }>['editors']) => {
    const roots = new Set(found.map(({ root }) => root))
    for (const root of [...editors.keys()]) if (!roots.has(root)) editors.delete(root)
    for (const { root, open } of found) if (!editors.has(root)) editors.set(root, open())
    if (inUse.value && !roots.has(inUse.value.root)) use(undefined)
    // The page may have been written in before we came.
    if (!inUse.value) use([...roots].find(hasFocus) ?? [...roots].find(hasRoom) ?? [...roots][0])
  }

  const use = (root: Element | undefined) => {
    const editor = root && editors.get(root)
    if (inUse.value?.root === root) return
    inUse.value?.attachment.detach()
    inUse.value = root && editor ? { root, attachment: desk.attach(editor) } : undefined
  }

  const readable = () => [...editors].filter(([, editor]) => editor.probe() === 'ready')

  const watching = watchPage(page, {
    look,
    used: (path) => {
      // A page that has rebuilt its editor a moment ago: the press that follows is about the new one.
      if (inUse.value && !inUse.value.root.isConnected) look()
      use([...editors.keys()].find((root) => path.includes(root)) ?? inUse.value?.root)
    },
    written: sent.drop,
  })

  return {
    banner: computed(() => {
      const speaking = [inUse.value?.attachment, wholePage.current.value, sent.current.value]
      return worst(speaking.flatMap((attachment) => (attachment ? [attachment.banner.value] : [])))
    }),
    async speakerFor(draft) {
      if (!draft) return inUse.value?.attachment ?? wholePage.get()
      const verdict = desk.checker.check(draft)
      const fitting = readable().filter(([, editor]) => sameTrouble(verdict, desk.checker.check(editor.read())))
      const exact = fitting.find(([, editor]) => bodyText(editor.read()) === bodyText(draft))
      const [root] = exact ?? fitting.find(([candidate]) => candidate === inUse.value?.root) ?? fitting[0] ?? []
      // The same text sent again finds the answers that were given to it.
      if (!root) return sent.get(draft)
      sent.drop()
      use(root)
      const { attachment } = inUse.value!
      await hasSeen(attachment, desk.checker.check(editors.get(root)!.read()).draftDigest)
      return attachment
    },
    onlyDraft() {
      const all = readable()
      return all.length === 1 ? all[0]![1].read() : undefined
    },
    letGo: sent.drop,
    stop() {
      watching.stop()
      use(undefined)
      wholePage.drop()
      sent.drop()
    },
  }
}

/** An attachment that is made when it is needed, and anew for another text. */
function oneAttachment(make: (draft?: Draft) => Attachment) {
  const current = signal<Attachment | undefined>(undefined)
  let madeFor: string | undefined
  const drop = () => {
    current.value?.detach()
    current.value = undefined
  }
  return {
    current,
    drop,
    get(draft?: Draft): Attachment {
      const text = draft && JSON.stringify(draft.blocks)
      if (current.value && madeFor === text) return current.value
      drop()
      madeFor = text
      const made = make(draft)
      current.value = made
      return made
    },
  }
}

/** Milliseconds; a pause in writing is followed by a look well within. */
const LOOKS_WITHIN = 600

/** A post may be sent in the middle of a pause: what the panel shows is then of a moment ago, and the person would be told about another text. */
function hasSeen({ verdict }: Attachment, digest: string | null): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      window.clearTimeout(timer)
      // Not inside its own run: the effect has no handle there yet.
      queueMicrotask(() => stop())
      resolve()
    }
    const timer = window.setTimeout(end, LOOKS_WITHIN)
    const stop = effect(() => {
      if (verdict.value?.draftDigest === digest) end()
    })
  })
}

function hasFocus(root: Element): boolean {
  return root.contains(root.ownerDocument.activeElement)
}

function hasRoom(root: Element): boolean {
  const { width, height } = root.getBoundingClientRect()
  return width > 0 && height > 0
}

const FROM_WORST = ['hold', 'unchecked', 'review', 'clear', 'empty'] as const

function worst(banners: readonly Banner[]): Banner | undefined {
  return [...banners].sort((a, b) => FROM_WORST.indexOf(a.decision) - FROM_WORST.indexOf(b.decision))[0]
}
