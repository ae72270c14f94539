import type { EntryKind, EntryLine, FigureName } from './shapes.ts'

/** design.md §4; the names stand in reports, so one word per idea. */
export const categoryNames: Record<string, string> = {
  'id-card': '身份证号',
  'mobile-phone': '手机号',
  'landline-private': '私人固话',
  'bank-card': '银行卡号',
  'home-address': '详细住址',
  'health-detail': '病种伤残详情',
  'personal-other': '其他个人信息',
  'business-secret': '商业秘密',
  'state-secret-marking': '国家秘密标志',
  'work-secret': '工作秘密',
  'credential-leak': '账号口令',
  'commercial-ad': '商业广告',
  'commercial-link': '广告链接',
  'absolute-ad-term': '绝对化用语',
  'unsanctioned-reprint': '转载来源不合规',
  'unknown-source': '来源不明',
  'personal-opinion': '个人观点情绪',
  'wording-error': '严重表述错误',
  typo: '错别字',
  'forced-engagement': '强制点赞转发下载',
  'fan-buying': '数据造假',
  'undecided-matter': '未经决议事项',
  'foreign-affairs-sensitive': '政治外事敏感',
  'social-stability': '涉稳',
  'spam-link': '违法有害链接',
  'missing-interpretation': '缺政策解读',
  'punctuation-number': '标点数字公文格式',
  'off-remit': '与职能无关',
  duty: '时限职责',
  account: '账号管理',
  review: '审核程序',
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
export const standingNames: Record<string, string> = { 'in-force': '现行有效', consultation: '征求意见稿', repealed: '已废止' }

export const columnClasses: Record<string, string> = {
  'dynamic-news': '动态要闻',
  'notice-policy': '通知公告、政策文件',
  interaction: '互动回应',
  'interview-survey': '政务访谈、调查征集',
  homepage: '首页',
  'whole-account': '整个账号',
}
