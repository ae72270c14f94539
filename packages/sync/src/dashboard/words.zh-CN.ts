import { categoryNames } from '@qianshao/rules-core'
import type { EntryKind, EntryLine, FigureName } from './shapes.ts'

/** A category as people call it; an id that this version does not know stays as it is. */
export function categoryName(category: string): string {
  return Object.hasOwn(categoryNames, category) ? categoryNames[category as keyof typeof categoryNames] : category
}

export const entryNames: Record<EntryKind, string> = {
  publish: '发布',
  hold: '暂停发布',
  unchecked: '未受检查',
  release: '放行',
  dismiss: '不是这个问题',
  check: '检查',
  drift: '发后比对',
  seen: '平台记录',
  health: '运行情况',
}

const NOTES: Record<string, string> = {
  receipt: '有凭证',
  guard: '已检查，无凭证',
  none: '没有检查就发布',
  click: '点发布按钮时',
  key: '按快捷键时',
  request: '发出请求时',
  api: '接口发布时',
  'not-recognised': '没有认出编辑区',
  unreadable: '稿件读不出来',
  'too-long': '稿件太长',
  'rule-failed': '有规则没能运行',
  'packs-missing': '没有规则包',
  same: '与发布时一致',
  typography: '只有排版不同',
  changed: '发布后有改动',
  'not-applicable': '这条不适用于本稿',
  'already-public': '已依法公开',
  'own-contact': '本单位公开的信息',
  quotation: '引用法规或原文',
  masked: '已经遮盖',
  'wrong-match': '前哨看错了',
  published: '仍已发布',
}

export function noteOf({ note }: Pick<EntryLine, 'note'>): string {
  return (note ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => NOTES[word] ?? word)
    .join('，')
}

export const roleNames: Record<string, string> = {
  title: '标题',
  summary: '摘要',
  author: '署名',
  source: '来源',
  body: '正文',
  cell: '表格',
  caption: '图注',
  link: '链接',
  image: '图片',
  attachment: '附件',
  draft: '全文',
}

export const figureNames: Record<FigureName, string> = {
  published: '发布',
  covered: '检查后发布',
  held: '暂停发布',
  unchecked: '未受检查就发布',
}

export const kindNames = { hold: '须改', ask: '待核对', hint: '提示' } as const
export const statusNames = { overdue: '逾期', 'due-soon': '快到期', fresh: '正常', 'cannot-tell': '无法计算' } as const
export const columnClasses: Record<string, string> = {
  'dynamic-news': '动态要闻',
  'notice-policy': '通知公告、政策文件',
  interaction: '互动回应',
  'interview-survey': '政务访谈、调查征集',
  homepage: '首页',
  'whole-account': '整个账号',
}
