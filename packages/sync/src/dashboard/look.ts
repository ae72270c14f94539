import { effect, signal } from '@preact/signals'

/** Theme and text size of the pages: chosen by the person, else as the system says. Kept in this browser only. */

export type Theme = 'system' | 'light' | 'dark' | 'hc'
export type Size = 'standard' | 'large' | 'largest'

export const theme = signal(kept<Theme>('theme', ['system', 'light', 'dark', 'hc']))
export const size = signal(kept<Size>('size', ['standard', 'large', 'largest']))

export function chooseTheme(next: Theme): void {
  theme.value = next
}

export function chooseSize(next: Size): void {
  size.value = next
}

const dark = matchMedia('(prefers-color-scheme: dark)')
const contrast = matchMedia('(prefers-contrast: more), (forced-colors: active)')

export function applyLook(): void {
  const apply = () => {
    const system = contrast.matches ? 'hc' : dark.matches ? 'dark' : 'light'
    document.documentElement.dataset.theme = theme.value === 'system' ? system : theme.value
    document.documentElement.dataset.size = size.value
  }
  effect(() => {
    apply()
    keep('theme', theme.value)
    keep('size', size.value)
  })
  for (const query of [dark, contrast]) query.addEventListener('change', apply)
}

function kept<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
  const value = readStorage()?.getItem(`qianshao.${name}`)
  return choices.find((choice) => choice === value) ?? choices[0]
}

function keep(name: string, value: string): void {
  readStorage()?.setItem(`qianshao.${name}`, value)
}

// Some offices forbid storage in the browser; then the choice holds until the page is closed.
function readStorage(): Storage | undefined {
  try {
    return localStorage
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return undefined
    throw error
  }
}
