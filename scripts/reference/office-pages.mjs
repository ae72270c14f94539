// The pages of what a pack asks beside rules: duties, review and confirmations, audits, figures, guidance.
import { attestationNames, printDemand, reviewRoleNames } from '../../packages/rules-core/dist/index.js'
import { standingLine } from './kinds.mjs'
import { anchor, clauseLinks, packs, rowsOf, tableOf } from './packs.mjs'
import { actNames, answerNames, columnNames, owerNames, printWhen, readerNames, severityNames, surfaceNames } from './words.mjs'

export function dutiesPage() {
  const parts = packs.flatMap((pack) =>
    tableOf(
      pack,
      ['时限', '名称', '对象', '要求', '由谁完成', '程度', '依据'],
      rowsOf(pack, pack.duties ?? [], (duty) => [
        duty.title,
        printPlaces(duty.appliesTo),
        `${printDemand(duty.demand)}${duty.setting ? '（产品设置）' : ''}${duty.past ? '（已成历史，只作记录）' : ''}`,
        duty.owedBy ? owerNames[duty.owedBy] : '本单位',
        severityNames[duty.severity],
      ]),
    ),
  )
  return page(
    '时限',
    `要在某一天以前做完的事。写着“产品设置”的，数字不是文件里的，单位可以在自己的规则包里改。\n\n${standingLine('duties')}`,
    parts,
  )
}

export function reviewPage() {
  const parts = packs.flatMap((pack) => {
    const sections = [...(pack.review ? [printReview(pack)] : []), ...confirmationsOf(pack)]
    return sections.length > 0 ? [[`## ${pack.title}`, ...sections].join('\n\n')] : []
  })
  return page(
    '审核与确认',
    `发布前由谁、按什么次序签字；哪些事要先答一句才能继续。\n\n${standingLine('steps', 'branches', 'confirmations')}`,
    parts,
  )
}

function printReview(pack) {
  const { review } = pack
  return [
    anchor(pack, 'review'),
    '',
    '### 审核步骤',
    '',
    ...(review.setting ? ['（产品设置：文件没有写明级数。）', ''] : []),
    ...printSteps(review.steps),
    '',
    `依据：${clauseLinks(review.clauseIds)}`,
    ...review.branches.flatMap((branch, i) => [
      '',
      anchor(pack, `branch-${i + 1}`),
      '',
      `#### 审核分支 ${i + 1}：${printWhen(branch.when)}`,
      '',
      ...printThen(branch.then),
      '',
      `依据：${clauseLinks(branch.clauseIds)}`,
    ]),
    ...(review.above
      ? [
          '',
          anchor(pack, 'above'),
          '',
          '#### 最后一位请上级决定时',
          '',
          ...printSteps([review.above.step]),
          '',
          `依据：${clauseLinks(review.above.clauseIds)}`,
        ]
      : []),
  ].join('\n')
}

function printThen(then) {
  switch (then.do) {
    case 'add':
      return [then.before ? `在“${reviewRoleNames[then.before]}”之前加一步：` : '最后加一步：', '', ...printSteps([then.step])]
    case 'replace':
      return ['改为：', '', ...printSteps(then.steps)]
    case 'refuse':
      return [`不得发布：${then.message}`]
    case 'publish-first':
      return ['可以先发布，发布后补签：', '', ...printSteps(then.owed)]
  }
}

function printSteps(steps) {
  return steps.map((step, i) => {
    const attests = step.attests.map((one) => attestationNames[one]).join('、')
    const differs = step.differsFrom.map((role) => reviewRoleNames[role]).join('、')
    return `${i + 1}. ${step.title}（\`${step.role}\`）${attests && `：把${attests}`}${step.proofreads ? '，校对一次' : ''}${differs && `；不能和${differs}是同一人`}`
  })
}

function confirmationsOf(pack) {
  const rows = rowsOf(pack, pack.confirmations ?? [], (one) => [
    `${actNames[one.act]}${one.when ? `（${printWhen(one.when)}）` : ''}${one.subject ? `（${one.subject}）` : ''}`,
    one.title,
    one.question,
    one.askedOf,
    answerNames[one.answer],
    `${severityNames[one.severity]}${one.release ? `，可由${reviewRoleNames[one.release]}放行` : ''}`,
  ])
  if (rows.length === 0) return []
  const head = ['确认', '什么时候', '名称', '问题', '问谁', '回答', '程度', '依据']
  return [
    ['### 确认', '', `| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
      '\n',
    ),
  ]
}

export function auditsPage() {
  const parts = packs.flatMap((pack) =>
    tableOf(
      pack,
      ['体检', '名称', '发现时怎么说', '程度', '依据'],
      rowsOf(pack, pack.audits ?? [], (audit) => [
        audit.title,
        `${audit.message}${audit.setting ? '（产品设置）' : ''}`,
        severityNames[audit.severity],
      ]),
    ),
  )
  return page('体检', `按账号台账检查网站和账号的登记、开设、关停和安全。\n\n${standingLine('audits')}`, parts)
}

export function figuresPage() {
  const parts = packs.flatMap((pack) =>
    tableOf(
      pack,
      ['数字', '数什么、列什么', '依据'],
      rowsOf(pack, pack.figures ?? [], ({ title }) => [title]),
    ),
  )
  return page('报表数字', `主管单位的报表应当数出来、列出来的内容。\n\n${standingLine('figures')}`, parts)
}

export function guidancePage() {
  const parts = packs.flatMap((pack) =>
    tableOf(
      pack,
      ['指引', '给谁看', '什么时候', '怎么做', '为什么不由机器判断', '依据'],
      rowsOf(pack, pack.guidance ?? [], (one) => [readerNames[one.shownTo], one.moment, one.text, one.why]),
    ),
  )
  return page('指引', `机器不能诚实判断的条款，在这里说清楚该看什么，并写明为什么留给人。\n\n${standingLine('guidance')}`, parts)
}

function printPlaces({ surfaces, columns }) {
  const said = [surfaces?.map((one) => surfaceNames[one]).join('、'), columns?.map((one) => columnNames[one] ?? one).join('、')]
  return said.filter(Boolean).join('；') || '全部'
}

function page(title, lead, parts) {
  return `# ${title}\n\n${lead}\n\n${parts.join('\n\n') || '规则包里还没有。'}\n`
}
