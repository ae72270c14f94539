import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { render } from 'preact'
import { applySheet } from './apply-sheet.ts'
import { type Layout, layOut } from './layout.ts'
import { findObstacles } from './obstacles.ts'
import { Panel } from './panel.tsx'
import type { PanelSettings } from './settings.ts'
import { panelCss } from './styles.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

export interface MountOptions {
  view: View
  controls(): Iterable<Element>
  shadow: 'open' | 'closed'
  side: 'left' | 'right'
  /** Shifts the host's layout aside while the panel is open; only for hosts that asked for it. */
  push: boolean
  settings: PanelSettings
}

export interface Mounted {
  /** Puts the focus on the banner, or on the pill. */
  focus(): void
  /** Puts the focus into the publish dialog; false where there is none. */
  focusDialog(): boolean
  /** Whether the focus is in the publish dialog. */
  inDialog(): boolean
  /** Whether an event happened in the small card at a mark. */
  inMarkCard(event: Event): boolean
  contains(node: Node): boolean
}

/** Decisions are announced after a second of rest, never counts while somebody types. */
const ANNOUNCE_MS = 1_000

/** Puts the panel into a shadow root of its own and keeps it clear of the host's controls, until the signal aborts. */
export function mountPanel({ view, controls, shadow, side, push, settings }: MountOptions, stop: AbortSignal): Mounted {
  const host = document.createElement('qianshao-panel')
  const root = host.attachShadow({ mode: shadow })
  applySheet(root, panelCss)
  document.documentElement.append(host)
  toTopLayer(host)

  const wish = signal({
    side: settings.get('side') === 'left' || settings.get('side') === 'right' ? (settings.get('side') as 'left' | 'right') : side,
    panelBy: pointOf(settings.get('panel')),
    pillBy: pointOf(settings.get('pill')),
  })
  const page = signal({ width: innerWidth, height: innerHeight, obstacles: findObstacles(controls(), host) })
  const layout: ReadonlySignal<Layout> = computed(() => {
    const { width, height, obstacles } = page.value
    return layOut({ width, height }, obstacles, { ...wish.value, scale: 1 + view.size.value * 0.25 })
  })
  const announcement = announce(view, stop)

  const keep = () => {
    settings.set('side', wish.value.side)
    settings.set('panel', JSON.stringify(wish.value.panelBy))
    settings.set('pill', JSON.stringify(wish.value.pillBy))
  }
  const nothing = { x: 0, y: 0 }
  const add = (a: { x: number; y: number }, b: { x: number; y: number }) => ({ x: a.x + b.x, y: a.y + b.y })

  render(
    <Panel
      view={view}
      layout={layout}
      announcement={announcement}
      movePanel={(by) => {
        wish.value = { ...wish.value, panelBy: by === 'home' ? nothing : add(wish.value.panelBy, by) }
        keep()
      }}
      movePill={(by) => {
        wish.value = { ...wish.value, pillBy: add(wish.value.pillBy, by) }
        keep()
      }}
      changeSide={() => {
        wish.value = { ...wish.value, side: wish.value.side === 'right' ? 'left' : 'right', panelBy: nothing }
        keep()
      }}
    />,
    root,
  )

  const measure = () => {
    page.value = { width: innerWidth, height: innerHeight, obstacles: findObstacles(controls(), host) }
  }
  followPage(measure, host, stop)
  const unpush = push ? pushAside(view, layout) : undefined
  stop.addEventListener(
    'abort',
    () => {
      unpush?.()
      render(null, root)
      host.remove()
    },
    { once: true },
  )
  return {
    focus: () => root.querySelector<HTMLElement>('[data-banner],[data-pill]')?.focus(),
    focusDialog() {
      const dialog = root.querySelector<HTMLElement>('.dialog')
      const first = dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector<HTMLElement>('button')
      first?.focus()
      return first !== undefined && first !== null
    },
    inDialog: () => root.activeElement?.closest('.dialog') != null,
    // A closed root hides its inside from the page's own events, so it is asked by place.
    inMarkCard(event) {
      const card = root.querySelector('[data-mark-card]')
      if (!card || !(event instanceof MouseEvent) || !event.composedPath().includes(host)) return false
      const { left, top, right, bottom } = card.getBoundingClientRect()
      return event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    },
    contains: (node) => node === host,
  }
}

// Over the host's own layers without a race of z-indexes, where the browser has the top layer for it.
function toTopLayer(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function') return
  host.popover = 'manual'
  host.showPopover()
}

function followPage(measure: () => void, host: Element, stop: AbortSignal): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      if (!stop.aborted) measure()
    }, 200)
  }
  addEventListener('resize', soon, { signal: stop })
  addEventListener('scroll', soon, { signal: stop, capture: true, passive: true })
  // Bars and pop-ups of the host that appear later: it is we who give way.
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => target !== host && !isWritten(target))) soon()
  })
  observer.observe(document.documentElement, { childList: true, subtree: true })
  stop.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(waiting)
  })
}

// What somebody writes is no new bar of the host, and must not cost a measurement at every key.
function isWritten(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('[contenteditable]') !== null
}

function announce(view: View, stop: AbortSignal): ReadonlySignal<string> {
  const said = signal('')
  let last: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = effect(() => {
    const { decision, hold, ask } = view.desk.banner.value
    clearTimeout(timer)
    if (decision === last) return
    timer = setTimeout(() => {
      last = decision
      said.value = decision === 'empty' ? '' : text.announce(text.decision[decision], text.counts(hold, ask).replace(' · ', '，'))
    }, ANNOUNCE_MS)
  })
  stop.addEventListener('abort', () => {
    end()
    clearTimeout(timer)
  })
  return said
}

function pushAside(view: View, layout: ReadonlySignal<Layout>): () => void {
  const { style } = document.documentElement
  const before = style.paddingRight
  const end = effect(() => {
    const { panel } = layout.value
    style.paddingRight = view.open.value && panel ? `${panel.width + 24}px` : before
  })
  return () => {
    end()
    style.paddingRight = before
  }
}

function pointOf(kept: string | null): { x: number; y: number } {
  const match = /^\{"x":(-?\d+(?:\.\d+)?),"y":(-?\d+(?:\.\d+)?)\}$/.exec(kept ?? '')
  return match ? { x: Number(match[1]), y: Number(match[2]) } : { x: 0, y: 0 }
}
