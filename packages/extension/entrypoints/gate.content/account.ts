import type { GateMessage } from '../../page-channel.ts'
import type { Natives, PageWindow } from './natives.ts'

/**
 * Reads which account the page works for, from the page's public globals (never from cookies, never a token), and says so once.
 * The globals appear while the page loads.
 */
export function reportAccount(page: PageWindow, natives: Natives, say: (message: GateMessage) => void): void {
  let said = false
  const look = () => {
    const id = said ? undefined : accountOf(page)
    if (id === undefined) return
    said = true
    say({ type: 'account', id })
  }
  natives.addEventListener.call(page.document, 'DOMContentLoaded', look)
  natives.addEventListener.call(page, 'load', look)
}

function accountOf(page: PageWindow): string | undefined {
  const globals = page as unknown as Record<string, unknown>
  const wechat = member(member(member(globals.wx, 'commonData'), 'data'), 'user_name')
  if (typeof wechat === 'string' && /^gh_\w{1,40}$/.test(wechat)) return `wechat:${wechat}`
  const weibo = member(member(globals.$CONFIG, 'user'), 'idstr')
  if (typeof weibo === 'string' && /^\d{1,20}$/.test(weibo)) return `weibo:${weibo}`
  return undefined
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
