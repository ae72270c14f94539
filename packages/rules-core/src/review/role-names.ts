import type { Attestation, ReviewRole } from '../pack/schema.ts'

/** Roles as they are called where a policy gives them no title. */
export const reviewRoleNames: Readonly<Record<ReviewRole, string>> = {
  handler: '经办人员',
  'deputy-head': '分管负责人',
  head: '主要负责人',
  'section-head': '科室负责人',
  'deputy-leader': '分管领导',
  'open-gov-leader': '分管政务公开工作的领导',
  'main-leader': '主要领导',
  office: '办公室',
  coordination: '涉及单位',
  'publicity-dept': '宣传、网信部门',
  'responsible-department': '涉事责任部门',
}

/** What a signer attests: 五关, and with `opinion` 六方面. */
export const attestationNames: Readonly<Record<Attestation, string>> = {
  political: '政治关',
  legal: '法律关',
  policy: '政策关',
  secrecy: '保密关',
  wording: '文字关',
  opinion: '舆情',
}
