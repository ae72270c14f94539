import { defineSite } from '../site.ts'
import { findWechatEditor, unrecognisedWechatEditor } from './editor.ts'
import { requests } from './requests.ts'

export const wechatMp = defineSite({
  id: 'wechat-mp',
  title: '微信公众平台',
  hosts: ['mp.weixin.qq.com'],
  surface: 'wechat',
  accountSetting: 'wechatAccount',
  publishWord: '发表',
  requests,
  expectsEditor: (address) =>
    address.pathname === '/cgi-bin/appmsg' &&
    (/^media\/appmsg_edit/.test(address.searchParams.get('t') ?? '') || address.searchParams.get('action') === 'edit'),
  find: findWechatEditor,
  unrecognised: unrecognisedWechatEditor,
})
