import type { Banner } from '@qianshao/sdk'
import { browser } from 'wxt/browser'

/** The number and colour of the worst kind; 未检 for unchecked; nothing where nothing was found, which is no promise. */
export async function showBadge(tabId: number, banner: Banner): Promise<void> {
  const { text, color } = badgeFor(banner)
  // A tab may close while its page still speaks.
  const gone = (cause: unknown) => {
    if (!/No tab with id/.test(String(cause))) throw cause
  }
  await browser.action.setBadgeText({ tabId, text }).catch(gone)
  await browser.action.setBadgeBackgroundColor({ tabId, color }).catch(gone)
  await browser.action.setBadgeTextColor?.({ tabId, color: '#FFFFFF' }).catch(gone)
}

export function badgeFor({ decision, hold, ask }: Banner): { text: string; color: string } {
  if (decision === 'unchecked') return { text: '未检', color: '#4B4A66' }
  if (hold > 0) return { text: String(hold), color: '#B3261E' }
  if (ask > 0) return { text: String(ask), color: '#875000' }
  return { text: '', color: '#1B5A9E' }
}
