import type { How } from '../attach-options.ts'

/** What stands behind one attempt: may it go on now? Must answer at once, and opens whatever explains a refusal. */
export type Decide = (how: Extract<How, 'click' | 'key'>, control: HTMLElement) => boolean

/**
 * Stands in front of the publish controls: on window, in the capture phase, so that nobody on the page hears of an attempt that is held.
 * Controls are looked up at each event and never touched. Nothing is clicked for the person: what is let through is their own event.
 */
export function guardControls(controls: () => Iterable<Element>, decide: Decide, signal: AbortSignal): void {
  const watched = new WeakSet<Window>()
  const watch = (view: Window) => {
    if (watched.has(view)) return
    watched.add(view)
    for (const type of ['click', 'keydown', 'submit'] as const) view.addEventListener(type, onAttempt, { capture: true, signal })
  }
  const onAttempt = (event: Event) => {
    const control = controlOf(event, controls())
    if (!control) return
    const how = howOf(event)
    if (how === undefined) return
    if (decide(how, control)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  watch(window)
  // A control may live in a frame of the same origin, whose events never reach this window.
  for (const control of controls()) if (control.ownerDocument.defaultView) watch(control.ownerDocument.defaultView)
}

function controlOf(event: Event, controls: Iterable<Element>): HTMLElement | undefined {
  const path = event.composedPath()
  const submitter = event.type === 'submit' ? ((event as SubmitEvent).submitter ?? null) : null
  for (const control of controls) {
    if (path.includes(control) || (submitter !== null && (control === submitter || control.contains(submitter))))
      return control as HTMLElement
    // A form without a named submitter was sent by Enter or by script: its publish button speaks for it.
    if (event.type === 'submit' && submitter === null && event.target instanceof Element && event.target.contains(control)) {
      return control as HTMLElement
    }
  }
  return undefined
}

function howOf(event: Event): 'click' | 'key' | undefined {
  if (event.type === 'submit') return 'key'
  if (event.type !== 'keydown') return (event as MouseEvent).detail === 0 ? 'key' : 'click'
  const { key, isComposing, repeat } = event as KeyboardEvent
  if (isComposing || (key !== 'Enter' && key !== ' ')) return undefined
  // A key that is held down repeats the attempt; the first one has been decided.
  return repeat ? undefined : 'key'
}
