import { entries, type Field, list, part, text } from '../field.ts'
import { everyRecord } from './shared.ts'

const roster = entries(
  {
    date: part('日期', 'text', '时间'),
    hours: part('时段', 'text', '值班时段', '时间段'),
    person: part('值班员', 'text', '值班人', '值班人员', '姓名'),
  },
  '值班表',
  '值班安排',
)

/** 单位: what an office itself has, whatever it publishes on. */
export const office = {
  ...everyRecord,
  name: text('单位', '单位名称', '名称'),
  class: text('类别', '单位类别', '单位性质'),
  exemption: text('豁免', '豁免依据', '不开设依据'),
  leaders: list('主管领导'),
  leader: text('分管领导', '分管负责人'),
  manager: text('负责人'),
  operatorPerson: list('运维人员', '专职人员', '专人', '管理员'),
  rules: list('制度', '已建制度', '制度名称', '已制定制度'),
  roster,
  portalColumn: text('专栏网址', '门户专栏网址', '门户专栏'),
  securityOfficer: text('安全管理人员', '安全管理员'),
} as const satisfies Record<string, Field>
