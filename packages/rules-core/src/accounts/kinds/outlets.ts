import { count, day, entries, type Field, flag, list, part, text } from '../field.ts'
import { outlet } from './shared.ts'

const licences = entries(
  {
    name: part('名称', 'text', '许可证', '资质'),
    number: part('编号', 'text', '许可证号', '证号'),
    ends: part('有效期至', 'day', '到期日', '有效期'),
  },
  '资质',
  '许可证',
)
const followers = entries({ date: part('日期', 'day'), followers: part('粉丝', 'count', '粉丝数', '关注数') }, '粉丝序列', '粉丝数', '粉丝')

/** 政务新媒体: an account on somebody else's platform. */
export const account = {
  ...outlet,
  name: text('账号', '账号名称', '名称', '公众号', '公众号名称', '对象', '新媒体', '新媒体名称', '昵称', '账号名'),
  ownerClass: text('主办单位类别', '主体类别', '单位类别', '主办单位性质', '类别'),
  platform: text('平台', '开设平台', '所在平台', '平台名称', '渠道', '账号平台'),
  accountClass: text('类型', '账号类型'),
  main: flag('主账号', '是否主账号'),
  verifiedAs: text('认证信息', '认证主体', '认证说明', '公开认证信息', '认证'),
  realName: flag('实名认证', '是否实名认证'),
  ownerChanged: day('主办单位变化', '主办单位变化日', '主办单位变更日期'),
  changed: text('变更或注销', '变更或注销日期', '账号变更日期'),
  changeNotice: text('公告网址', '变更公告', '变更公告网址'),
  lastUpdate: day('最后更新', '最近更新', '最后更新日期', '最近更新日期', '最后更新时间', '最近更新时间', '最近发布', '最后发布'),
  openFindings: count('安全问题未整改', '未整改安全问题'),
  declared: text('申报'),
  followers,
  medianReads: count('阅读量中位数'),
  monthlyReads: count('月阅读', '月阅读量'),
  functions: list('功能', '功能标签'),
  services: list('业务', '业务类型'),
  licences,
  verificationCancelled: text('认证注销凭证', '认证注销'),
  messages: flag('留言', '留言功能'),
  comments: flag('评论', '评论功能'),
  privateMessages: flag('私信', '私信功能'),
  offReason: text('关闭理由', '关闭原因'),
  serviceMenu: list('办事菜单', '办事菜单链接'),
  platforms: list('已登记平台', '登记平台'),
} as const satisfies Record<string, Field>

/** 政府网站. */
export const site = {
  ...outlet,
  name: text('站点', '网站', '网站名称', '站点名称', '名称'),
  address: text('网址', '访问地址', '网站地址', '首页网址', '首页地址'),
  class: text('类别', '网站类别', '站点类别'),
  chineseDomain: text('中文域名'),
  officeMark: text('党政机关标识', '党政机关网站标识', '党政机关标识号'),
  footerShown: flag('底部列明', '底部列明中文域名'),
  icp: text('ICP备案号', 'ICP备案', '工信部备案号'),
  policeRecord: text('公安备案号', '公安机关备案号', '公安备案'),
  siteCode: text('标识码', '政府网站标识码', '网站标识码'),
} as const satisfies Record<string, Field>

/** 移动客户端 of an office's own. */
export const app = {
  ...outlet,
  name: text('移动端', '移动端名称', '应用', '应用名称', '客户端', '客户端名称', 'App', '名称'),
  connected: text('接入渝快办', '是否接入渝快办'),
  version: text('版本'),
} as const satisfies Record<string, Field>
