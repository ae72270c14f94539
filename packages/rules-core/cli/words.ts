import type { Decision, DutyStatus, Kind, Place } from '@qianshao/rules-core'

export const decisionWords: Readonly<Record<Decision, string>> = { hold: '暂不能发布', review: '请逐项核对', clear: '未发现问题' }
export const kindWords: Readonly<Record<Kind, string>> = { hold: '须改', ask: '待核对', hint: '提示' }

export const placeWords: Readonly<Record<Place, string>> = {
  title: '标题',
  summary: '摘要',
  author: '作者',
  source: '来源',
  body: '正文',
  cell: '表格',
  caption: '图片说明',
  link: '链接',
  image: '图片',
  attachment: '附件名',
  draft: '整篇',
}

export const dutyStatusWords: Readonly<Record<DutyStatus['status'], string>> = {
  fresh: '正常',
  'due-soon': '快到期',
  overdue: '逾期',
  'cannot-tell': '无法判断',
}
