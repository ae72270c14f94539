import { signal } from '@preact/signals'
import type { SessionShape } from './shapes.ts'

/** Undefined until the endpoint has said whether somebody is signed in; null if nobody is. */
export const session = signal<SessionShape | null | undefined>(undefined)

/** The page and its choices live in the address, so that a link shows the same view again. */
export const route = signal(readRoute(location.hash))

export interface Route {
  page: string
  params: URLSearchParams
}

export function followRoute(): void {
  addEventListener('hashchange', () => {
    route.value = readRoute(location.hash)
  })
}

/** The address of a page. Choices that are empty are left out. */
export function linkTo(page: string, params: Record<string, string | undefined> = {}): string {
  const chosen = Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
  const query = new URLSearchParams(chosen).toString()
  return `#/${page}${query && `?${query}`}`
}

/** Changes some choices of the page that is shown. */
export function choose(params: Record<string, string | undefined>): void {
  location.hash = linkTo(route.value.page, { ...Object.fromEntries(route.value.params), ...params })
}

function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  return { page: path || 'overview', params: new URLSearchParams(query) }
}
