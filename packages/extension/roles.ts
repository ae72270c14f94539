import type { ReviewRole } from '@qianshao/rules-core'

/** Roles of 三审三校 that a person of this desk may have, in the order they are offered. */
export const roleNames: Readonly<Record<ReviewRole, string>> = {
  handler: '经办人',
  'deputy-head': '科室副职',
  head: '科室负责人',
  'section-head': '部门负责人',
  'deputy-leader': '分管负责人',
  'open-gov-leader': '政务公开分管负责人',
  'main-leader': '主要负责人',
  office: '办公室',
  coordination: '统筹协调机构',
  'publicity-dept': '宣传部门',
  'responsible-department': '责任部门',
}

export const reviewRoles = Object.keys(roleNames) as [ReviewRole, ...ReviewRole[]]
