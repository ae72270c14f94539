import { defineSite } from '../site.ts'
import { findWeiboEditors, unrecognisedWeiboEditor } from './editor.ts'
import { requests } from './requests.ts'

export const weibo = defineSite({
  id: 'weibo',
  title: '微博',
  hosts: ['weibo.com', 'www.weibo.com', 'card.weibo.com'],
  surface: 'weibo',
  accountSetting: 'weiboAccount',
  publishWord: '发送',
  requests,
  // The composer opens over any page of the site, so it is looked for on all of them.
  expectsEditor: (address) => address.hostname !== 'card.weibo.com' || /^\/article\/v\d+\/editor/.test(address.pathname),
  find: findWeiboEditors,
  unrecognised: unrecognisedWeiboEditor,
})
