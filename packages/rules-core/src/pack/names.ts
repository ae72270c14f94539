import type { Category, Standing } from './schema.ts'

/** What a category is called in front of people (design.md §4). */
export const categoryNames: Readonly<Record<Category, string>> = {
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

/** What a document's standing is called in front of people. */
export const standingNames: Readonly<Record<Standing, string>> = {
  'in-force': '现行有效',
  consultation: '征求意见稿',
  repealed: '已废止',
}
