// What the words of a pack are called on the pages.
export const severityNames = { veto: '须改', fault: '待核对', advice: '提示' }

export const surfaceNames = { website: '政府网站', wechat: '微信', weibo: '微博', app: '移动客户端', 'other-media': '其他新媒体' }

export const columnNames = {
  'dynamic-news': '动态要闻',
  'notice-policy': '通知公告、政策文件',
  interaction: '互动回应',
  'interview-survey': '政务访谈、调查征集',
  homepage: '首页',
  'whole-account': '整个账号',
}

export const owerNames = { supervisor: '主管单位', 'cyberspace-office': '网信部门', 'platform-operator': '平台运维单位' }

export const actNames = {
  publish: '发布',
  'open-account': '开设账号',
  'change-account': '变更账号',
  'close-account': '注销账号',
  'open-site': '开设网站',
  'close-site': '关停网站',
  'take-offline': '临时下线',
  'exit-supervision': '退出监管',
  'build-app': '建设移动客户端',
  'open-column': '开设栏目',
  'change-domain': '域名注册、变更、注销',
  'answer-message': '回复留言',
  'answer-application': '答复依申请公开',
  'respond-to-opinion': '回应舆情',
  'respond-to-incident': '处置突发事件',
  'report-fake': '上报假冒网站、账号',
  'submit-report': '报送报告',
}

export const answerNames = {
  yes: '答“是”才能继续',
  no: '答“否”才能继续',
  reference: '填文号或编号',
  date: '填日期',
  address: '填网址',
  person: '填姓名',
}

export const readerNames = { author: '撰稿人', reviewer: '审核人', administrator: '管理员', supervisor: '主管单位' }

/** When a branch or a confirmation of a publication applies. */
export function printWhen(when) {
  const origins = {
    own: '本单位来源',
    'other-channel': '其他渠道来源',
    'direct-unit': '直属单位来源',
    'other-department-event': '涉及其他部门的事件',
  }
  const said = [
    when.origin && origins[when.origin],
    when.sensitive !== undefined && (when.sensitive ? '重要敏感信息' : '不是重要敏感信息'),
    when.involvesOtherUnits !== undefined && (when.involvesOtherUnits ? '涉及其他单位' : '不涉及其他单位'),
    when.emergency !== undefined && (when.emergency ? '突发公共事件' : '不是突发公共事件'),
  ].filter(Boolean)
  return said.length > 0 ? said.join('，且') : '全部'
}
