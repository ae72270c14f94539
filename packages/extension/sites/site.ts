import type { Surface } from '@qianshao/rules-core'
import type { EditorAdapter } from '@qianshao/sdk'
import type { OutgoingRule } from './outgoing.ts'

/** A website whose editor the extension knows. Everything that is particular to it lives in its folder. */
export interface Site {
  id: 'wechat-mp' | 'weibo'
  /** How people call it. */
  title: string
  hosts: readonly string[]
  surface: Surface
  /** Which setting names the account that publishes here. */
  accountSetting: 'wechatAccount' | 'weiboAccount'
  /** The host's own word on its publish button. */
  publishWord: string
  requests: readonly OutgoingRule[]
  /** Whether an editor belongs on the page at this address; elsewhere nothing is looked for. */
  expectsEditor(address: URL): boolean
  /** The editors in the page now. Called often while the page changes, so it only looks things up. */
  find(page: Document, address: URL): Found
  /** An editor that stands for the page where none was recognised: probes `changed`, guards what looks like a publish control. */
  unrecognised(page: Document, address: URL): EditorAdapter
}

/**
 * `ready`: these editors can be read, each under the element that it lives and dies with. `changed`: an editor should be here and
 * is not recognised. `none`: nothing that publishes is in the page.
 */
export type Found =
  | { state: 'ready'; editors: readonly { root: Element; open(): EditorAdapter }[] }
  | { state: 'changed' }
  | { state: 'none' }

export function defineSite(site: Site): Site {
  return site
}
