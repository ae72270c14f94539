/** Milliseconds between two looks while a page is busy building itself. */
const BREATH = 200

/** What a page does that matters for finding its editors. */
export interface PageEvents {
  /** Looks at the page; answers in how many milliseconds it wants to look again although nothing changes. */
  look(): number | undefined
  /** Somebody points at or moves into something; `path` is where, from the inside out. */
  used(path: readonly EventTarget[]): void
  /** Somebody writes, outside of our own panel. */
  written(): void
}

export function watchPage(page: Document, { look, used, written }: PageEvents): { stop(): void } {
  const life = new AbortController()
  let again: number | undefined
  let burst: number | undefined

  const lookNow = () => {
    window.clearTimeout(again)
    const wish = look()
    if (wish !== undefined) again = window.setTimeout(lookNow, wish)
  }
  // Pages change in bursts: the first change of a burst sets the time, so that a page that never rests is still looked at.
  const observer = new MutationObserver(() => {
    burst ??= window.setTimeout(() => {
      burst = undefined
      lookNow()
    }, BREATH)
  })
  observer.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['contenteditable', 'placeholder'] })

  const options = { signal: life.signal, capture: true, passive: true }
  page.addEventListener('focusin', (event) => used(event.composedPath()), options)
  page.addEventListener('pointerdown', (event) => used(event.composedPath()), options)
  page.addEventListener(
    'input',
    (event) => {
      if (!(event.target instanceof Element && event.target.localName === 'qianshao-panel')) written()
    },
    options,
  )
  again = window.setTimeout(lookNow, 0)

  return {
    stop() {
      life.abort()
      observer.disconnect()
      window.clearTimeout(again)
      window.clearTimeout(burst)
    },
  }
}
