import { count, day, type Field, flag, list, text } from '../field.ts'
import { everyRecord } from './shared.ts'

const passwordDays = [
  '上次改密日期',
  '改密日期',
  '密码更换日期',
  '最近改密',
  '最近改密日期',
  '密码修改日期',
  '密码最后修改日期',
  '上次改密时间',
]

/** 后台账户. A password is never a field of it: only when it was changed, and how long it is said to be. */
export const backend = {
  ...everyRecord,
  name: text('后台账户', '后台账号', '账户', '账号', '用户名', '登录名', '账户名称'),
  account: text('所属账号', '所属站点', '所属平台'),
  users: list('使用人', '责任人', '管理人', '使用人员', '责任人员'),
  realName: flag('实名', '实名登记'),
  shared: flag('多人共用', '是否多人共用', '共用'),
  passwordChangedOn: day('上次改密', ...passwordDays),
  passwordLength: count('密码长度', '密码位数'),
  cycle: count('更改周期天', '更改周期', '密码更改周期', '密码更换周期'),
  role: text('岗位', '角色'),
  rights: list('权限'),
  lastSignIn: day('最近登录', '最后登录', '最近登录日期', '最后登录日期'),
} as const satisfies Record<string, Field>

/** 栏目 of a site. */
export const column = {
  ...everyRecord,
  name: text('栏目', '栏目名称', '名称'),
  site: text('所属站点', '站点', '所属网站', '网站'),
  unit: text('责任单位', '保障单位', '栏目责任单位'),
  person: list('责任人', '栏目责任人'),
  cadence: text('更新周期', '更新频率'),
  postA: text('A岗'),
  postB: text('B岗'),
} as const satisfies Record<string, Field>

/** 专栏: an office's own pages on the portal. */
export const section = {
  ...everyRecord,
  name: text('专栏', '专栏名称', '名称'),
  address: text('网址', '专栏网址', '访问地址'),
  class: text('类别', '单位类别'),
  responsible: text('责任科室', '责任主体'),
  leader: text('分管领导'),
  webmaster: text('网站管理员', '信息员'),
  standard: list('标准目录'),
  columns: list('栏目', '栏目设置'),
  platformName: text('政府信息公开平台名称', '信息公开平台名称'),
  standardVersion: text('标准目录版本'),
  adjustedVersion: text('已按版本'),
} as const satisfies Record<string, Field>

export const domain = {
  ...everyRecord,
  name: text('域名', '名', '名称'),
  site: text('所属站点', '站点', '所属网站', '网站'),
  script: text('类', '域名类别', '类别', '域名类型'),
  stopped: day('停止使用', '停用日期', '停止使用日期'),
  cancelled: text('注销申请', '注销申请日期'),
} as const satisfies Record<string, Field>

export const server = {
  ...everyRecord,
  name: text('服务器', '地址', '服务器地址', '名称'),
  site: text('所属站点', '站点', '所属网站', '网站'),
  location: text('所在地', '服务器所在地', '部署地'),
  provider: text('服务商', '服务提供机构'),
  providerPlace: text('注册地', '服务商注册地'),
} as const satisfies Record<string, Field>

export const equipment = {
  ...everyRecord,
  name: text('设备', '设备名称', '关键设备', '名称'),
  site: text('系统', '所属系统', '所属站点', '站点'),
  certificate: text('认证', '安全认证', '安全检测', '认证编号', '检测编号'),
  ends: day('有效期至', '到期日', '认证到期'),
} as const satisfies Record<string, Field>

export const offline = {
  ...everyRecord,
  name: text('下线对象'),
  site: text('站点', '账号', '网站', '所属站点'),
  from: day('起', '下线日期', '下线日', '开始日期'),
  to: day('止', '恢复日期', '恢复日'),
  reason: text('原因', '下线原因'),
  reported: flag('逐级报备', '是否逐级报备'),
  ownNotice: text('本网站', '本网站公告', '本站公告'),
  portalNotice: text('本级政府门户', '本级政府门户公告', '门户公告'),
} as const satisfies Record<string, Field>

/** 集约化平台. */
export const platform = {
  ...everyRecord,
  name: text('平台', '平台名称', '集约化平台', '名称'),
  operator: text('运维单位', '运行维护单位'),
  rules: text('运维管理细则', '运维细则'),
  ipv6: list('AAAA记录', 'IPv6地址', 'IPv6', '支持IPv6', 'AAAA'),
} as const satisfies Record<string, Field>

export const leaver = {
  ...everyRecord,
  name: text('人员', '姓名', '调离人员'),
  left: day('调离日', '调离日期'),
  handedOver: text('工作移交'),
  pledge: text('保密承诺'),
  passwordChanged: text('口令更换', '密码更换', '口令更换日期'),
} as const satisfies Record<string, Field>
