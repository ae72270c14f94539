import { day, entries, type Field, list, part, text } from '../field.ts'

/** Of every record: whose it is, in what state, and the paper that allows what is otherwise forbidden (原则上). */
export const everyRecord = {
  office: text('单位', '所属单位', '单位名称', '填报单位'),
  state: text('状态', '账号状态', '运行状态', '当前状态', '网站状态'),
  exception: text('例外', '例外批准', '批准例外', '例外依据', '例外文号', '例外批准文号'),
} as const satisfies Record<string, Field>

const filings = entries(
  {
    level: part('级别', 'text', '备案级别', '层级'),
    number: part('编号', 'text', '备案编号', '文号', '回执'),
    date: part('日期', 'day', '备案日期'),
    unit: part('单位', 'text', '备案单位', '接收单位'),
  },
  '备案',
  '分级备案',
  '备案情况',
)
const approvals = entries(
  { step: part('步骤', 'text', '名称', '环节'), date: part('日期', 'day', '时间'), number: part('文号', 'text', '编号') },
  '审批',
  '审批步骤',
  '审批情况',
)
const agreements = entries(
  {
    name: part('名称', 'text', '协议'),
    signed: part('签订日期', 'day', '日期', '签订日'),
    ends: part('到期日', 'day', '有效期至', '到期'),
  },
  '协议',
  '签订协议',
  '外包协议',
)
const menu = entries(
  { name: part('名称', 'text', '菜单'), link: part('链接', 'address', '网址', '地址') },
  '菜单',
  '菜单链接',
  '办事入口',
  '入口',
)

/** Of what an office publishes on: sites, accounts and apps. */
export const outlet = {
  ...everyRecord,
  approvals,
  host: list('主办单位', '主办'),
  opener: text('开设主体', '开办主体', '开设单位', '开办单位'),
  ownerClass: text('主办单位类别', '主体类别', '单位类别', '主办单位性质'),
  ownerLevel: text('开设主体级别', '级别', '主体级别', '主办单位级别', '层级'),
  supervisor: text('主管单位', '主管部门'),
  operator: text('承办单位'),
  operatorRecord: text('承办登记', '承办登记号', '承办手续'),
  outsourcedTo: text('外包运维', '运维机构', '外包单位', '外包运维单位', '外包运维机构'),
  procurement: text('采购方式', '政府采购', '采购记录'),
  contractEnds: day('合同到期', '合同到期日', '合同到期日期'),
  qualification: text('资质审核', '资质审核日期'),
  agreements,
  technicalSecurity: text('技术安全', '技术安全责任单位'),
  contentSecurity: text('内容安全', '内容安全责任单位'),
  leader: text('分管领导', '分管负责人'),
  manager: text('负责人', '账号负责人'),
  operatorPerson: list('运维人员', '专职人员', '专人', '运营人员', '管理员', '管理人员', '维护人员'),
  overseer: list('监管人员'),
  chief: text('总负责人'),
  reportedOn: day('报委办公室日期'),
  act: text('事项'),
  consent: text('主要负责人同意', '主要负责人同意日期'),
  receipt: text('备案回执', '回执'),
  filings,
  purpose: text('用途', '开设用途'),
  opened: day('开设日期', '开通日', '开设日', '开通日期', '开设时间', '开通时间', '上线日期', '上线时间'),
  upperNotice: text('上级公告网址', '上级公告'),
  localNotice: text('本级公告网址', '本级公告'),
  disposal: text('处置', '动作', '拟处置', '处置意见'),
  closureReason: text('原因', '关停原因', '关停理由'),
  mergedInto: text('整合到', '整合去向', '整合目标'),
  migratedTo: text('迁移目标'),
  migratedOn: day('迁移完成日', '迁移完成日期'),
  whereaboutsNotice: text('去向公告', '内容去向公告'),
  cancellations: list('注销回执'),
  nationalSystem: text('全国系统填报', '全国政府网站信息报送系统填报'),
  menu,
  ipv6: list('AAAA记录', 'IPv6地址', 'IPv6', '支持IPv6', 'AAAA'),
  securityReport: text('安全检测报告', '检测报告'),
} as const satisfies Record<string, Field>
