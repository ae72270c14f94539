import type { EventKind } from '../pack/schema.ts'

/** What an event is called in Chinese, in registers and on screen. */
export const eventKindNames: Readonly<Record<EventKind, string>> = {
  published: '发布',
  received: '收到',
  replied: '回复',
  applied: '收到申请',
  answered: '答复',
  decided: '决定',
  filed: '备案',
  forwarded: '转送',
  reported: '登记',
  hung: '挂出',
  removed: '撤下',
  offline: '下线',
  online: '上线',
  'survey-closed': '征集结束',
  feedback: '反馈结果',
  'exit-approved': '同意退出',
  changed: '变更',
}

/** The acts that meet or begin a duty, as a person says them: 更新 for publications, else the first that is accepted. */
export function actName(kinds: readonly EventKind[]): string {
  return kinds[0] === 'published' ? '更新' : eventKindNames[kinds[0]!]
}
