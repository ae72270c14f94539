import { effect, signal } from '@preact/signals'
import type { Finding } from '@qianshao/rules-core'
import type { Attachment, AttachOptions } from './attach-options.ts'
import type { EditorAdapter } from './editor/adapter.ts'
import { createGate } from './guard/gate.ts'
import { guardControls } from './guard/guard.ts'
import { createJournal } from './guard/journal.ts'
import { createDesk } from './live/desk.ts'
import { isEmpty, lookAt, readyInSlices } from './live/look.ts'
import { memoryAnswers } from './live/memory-answers.ts'
import { createLiveState } from './live/state.ts'
import { type Look, watchEditor } from './live/watch.ts'
import { createMarks, type MarkAt } from './marks/highlights.ts'
import { watchHover } from './marks/hover.ts'
import { pageClock } from './outbox/page-clock.ts'
import type { AtMark } from './panel/mark-card.tsx'
import { mountPanel } from './panel/mount.tsx'
import { pageSettings } from './panel/page-settings.ts'
import { listenForShortcuts } from './panel/shortcuts.ts'
import { themeOfPage } from './panel/theme.ts'
import type { ThemeName } from './panel/tokens.ts'
import type { Tab, View } from './panel/view.ts'
import { memoryPins, openPins } from './people/pins.ts'

/** The panel opens by itself only after the hands have rested, on the first thing that needs them. */
const OPEN_AFTER_MS = 1_500

/**
 * Puts 前哨 beside an editor: checks while somebody writes, shows what was found, and stands in front of the publish controls.
 * Everything it adds to the page is gone after `detach`.
 */
export function attach(editor: EditorAdapter, options: AttachOptions): Attachment {
  const life = new AbortController()
  const stop = life.signal
  const clock = options.clock ?? pageClock
  const settings = options.settings ?? pageSettings()
  const whenUnchecked = options.whenUnchecked ?? 'warn'
  const session = options.checker.openSession()
  const state = createLiveState()

  let lastFocus: HTMLElement | undefined
  let folded = false
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && !panel.contains(target)) lastFocus = target
  }
  document.addEventListener('focusin', onFocus, { signal: stop })

  const watching = watchEditor(editor, () => lookAt(editor, session, options.account, clock), clock, { changed, looked }, stop)
  const desk = createDesk({
    state,
    editor,
    checker: options.checker,
    account: options.account,
    outbox: options.outbox,
    redactor: options.redactor,
    answers: options.answers ?? memoryAnswers(),
    clock,
    lookNow: watching.lookNow,
  })
  const journal = createJournal(settings, options.outbox, clock)
  const gate = createGate({ options, clock, state, lookNow: watching.lookNow, recall: desk.recall, whenUnchecked, journal })
  journal.recover(stop)
  const view = createView()
  const panel = mountPanel(
    {
      view,
      controls: () => editor.publishControls(),
      shadow: options.shadow ?? 'closed',
      side: options.dock === 'left' ? 'left' : 'right',
      push: options.dock === 'push',
      settings,
    },
    stop,
  )
  guardControls(() => editor.publishControls(), gate.onControl, stop)
  const hover = watchHover(
    () => marks,
    {
      inCard: panel.inMarkCard,
      isOpen: () => view.atMark.value !== undefined,
      // A card that was asked for by key stays until it is answered or left.
      open: (mark) => !view.atMark.value?.byKey && openAt(mark, false),
      close: () => (view.atMark.value = undefined),
    },
    stop,
  )
  const marks = createMarks(editor, { shadow: options.shadow ?? 'closed', onSign: view.showFinding, onPage: listenTo }, stop)
  const endDrawing = effect(() => {
    const open = state.stale.value ? [] : state.open.value
    const key = view.pointed.value ?? state.current.value
    const cards = state.cards.value
    const current = cards.find((card) => card.key === key) ?? (view.open.value ? cards[0] : undefined)
    marks.draw(open, state.stale.value ? undefined : current?.finding)
    // The card speaks of a text that is being changed.
    if (state.stale.value) view.atMark.value = undefined
  })
  stop.addEventListener('abort', endDrawing, { once: true })
  const pause = () => new Promise<boolean>((goOn) => clock.after(0, () => goOn(!state.look.value), stop))
  const ready = readyInSlices(editor, session, pause)
  if (ready) void ready.then(() => stop.aborted || state.look.value || watching.lookNow())
  else watching.lookNow()

  function listenTo(page: Document) {
    hover.watch(page)
    if (!page.defaultView) return
    listenForShortcuts(
      page.defaultView,
      view,
      {
        focus: panel.focus,
        focusDialog: panel.focusDialog,
        inPanel: (event) => event.composedPath().some((node) => node instanceof Node && panel.contains(node)),
        openAtCaret() {
          const mark = marks.atCaret()
          if (mark) openAt(mark, true)
          return mark !== undefined
        },
      },
      stop,
    )
  }

  function openAt({ finding, box }: MarkAt, byKey: boolean) {
    const card = cardOf(finding)
    if (!card || gate.attempt.value) return
    const now = view.atMark.value
    if (now?.card.finding === finding && now.byKey === byKey) return
    view.atMark.value = { card: { ...card, finding, others: [] }, box, byKey }
  }

  function cardOf(finding: Finding) {
    return state.cards.value.find((card) => card.finding === finding || card.others.includes(finding))
  }

  function changed() {
    state.stale.value = true
  }

  function looked(look: Look) {
    const opening = view.open.value ? undefined : look
    state.look.value = look
    state.stale.value = false
    view.theme.value = themeNow()
    gate.prepare(look)
    if (look.kind === 'checked' && isEmpty(look.draft)) state.fixed.value = []
    desk.recall(look).catch((cause: unknown) => console.warn('attach: earlier answers could not be read', cause))
    if (opening) openByItself()
  }

  function openByItself() {
    const { decision } = state.banner.value
    if ((decision !== 'hold' && decision !== 'review') || folded) return
    const before = state.look.value
    clock.after(
      OPEN_AFTER_MS,
      () => {
        if (state.look.value === before) view.open.value = true
      },
      stop,
    )
  }

  function createView(): View {
    const size = signal(Math.min(2, Math.max(0, Number(settings.get('size') ?? 0) || 0)))
    const theme = signal<ThemeName>(themeNow())
    const word = signal(options.publishWord ?? wordOf(editor))
    const open = signal(false)
    const tab = signal<Tab>('findings')
    const atMark = signal<AtMark | undefined>(undefined)
    const pasted = signal<string | undefined>(undefined)
    const pointed = signal<string | undefined>(undefined)
    const setOpen = (next: boolean) => {
      open.value = next
      if (next) theme.value = themeNow()
      // Who folds it away is not asked again on this page; the pill goes on telling.
      folded = !next
    }
    if (typeof matchMedia === 'function') {
      for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
        matchMedia(query).addEventListener('change', () => (theme.value = themeNow()), { signal: stop })
      }
    }
    return {
      desk,
      gate,
      outbox: options.outbox,
      review: options.review,
      duties: options.duties,
      people: options.people ?? [],
      pins: openPins(options.pins ?? memoryPins(), clock),
      person: options.person,
      accountName: options.accountName ?? options.account,
      packName: options.packName,
      whenUnchecked,
      word,
      theme,
      open,
      tab,
      atMark,
      pasted,
      pointed,
      size,
      setSize(next) {
        size.value = next
        settings.set('size', String(next))
      },
      setOpen,
      showFinding(finding) {
        const card = cardOf(finding)
        if (!card) return
        tab.value = 'findings'
        state.current.value = card.key
        if (!open.value) setOpen(true)
      },
      inDialog: () => panel.inDialog(),
      leave: (to) => (to ?? lastFocus)?.focus({ preventScroll: true }),
    }
  }

  function themeNow(): ThemeName {
    return options.theme === undefined || options.theme === 'auto' ? themeOfPage(document.body) : options.theme
  }

  return {
    verdict: state.verdict,
    banner: state.banner,
    requestPublish: () => gate.request(watching.lookNow(), 'api', false),
    permitFor: (draft, how) => gate.request(gate.checkOf(draft), how, true),
    permitUnread: (how) => gate.request({ kind: 'unchecked', why: 'unreadable' }, how, true),
    open(at) {
      if (at !== undefined) view.tab.value = at
      view.setOpen(true)
      panel.focus()
    },
    detach: () => life.abort(),
  }
}

/** The host's own word on its button, in quotation marks wherever we speak of it. */
function wordOf(editor: EditorAdapter): string {
  for (const control of editor.publishControls()) {
    const word = (control.textContent || control.getAttribute('aria-label') || control.getAttribute('value') || '').trim()
    if (word !== '' && word.length <= 6) return word
  }
  return '发布'
}
