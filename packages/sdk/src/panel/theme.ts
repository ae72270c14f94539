import type { ThemeName } from './tokens.ts'

/** The theme that suits the page: its own ground decides, not the system; a person's wish for contrast goes before. */
export function themeOfPage(element: Element): ThemeName {
  if (matches('(forced-colors: active)') || matches('(prefers-contrast: more)')) return 'hc'
  return isDark(element) ? 'dark' : 'light'
}

/** Whether an element's text stands on a dark ground. */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(getComputedStyle(at).backgroundColor)
    if (!ground || (ground[4] !== undefined && Number(ground[4]) < 0.5)) continue
    // Relative luminance is not needed to tell night from day: the weights of Rec. 709 on gamma values are enough.
    return 0.2126 * Number(ground[1]) + 0.7152 * Number(ground[2]) + 0.0722 * Number(ground[3]) < 110
  }
  return false
}

function matches(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches
}
