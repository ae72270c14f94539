// rules.md: each rule with its severity, clauses and examples.
import { categoryNames, reviewRoleNames } from '../../packages/rules-core/dist/index.js'
import { anchor, packs, quoteOf } from './packs.mjs'
import { severityNames } from './words.mjs'

export function rulesPage() {
  const parts = packs.map((pack) =>
    [
      `## ${pack.title}（\`${pack.id}\` ${pack.version}）`,
      '',
      pack.extends ? `上级：\`${pack.extends}\`。` : '最上一级。',
      '',
      (pack.rules ?? []).map((rule) => printRule(pack, rule)).join('\n\n') || '本级没有自己的规则。',
    ].join('\n'),
  )
  return `# 规则

每条规则的说明、程度、依据和例子，都来自规则包本身；例子每次构建都会用真正的引擎跑一遍。没有查出问题，只说明没有碰到这些规则，不等于没有问题。

${parts.join('\n\n')}
`
}

function printRule(pack, rule) {
  const release = rule.release ? `，原则上不得，可由${reviewRoleNames[rule.release]}写明理由放行` : ''
  return [
    anchor(pack, rule.id),
    '',
    `### ${rule.id}`,
    '',
    rule.message,
    '',
    `- 类别：${categoryNames[rule.category]}（\`${rule.category}\`）`,
    `- 程度：${severityNames[rule.severity]}${rule.severity === 'veto' ? '（不得发布）' : ''}${release}`,
    `- 探测器：[\`${rule.detector}\`](detectors.md#${rule.detector})，第 ${rule.major} 版`,
    ...rule.clauseIds.map((id) => `- 依据：[\`${id}\`](clauses.md#${id}) ${quoteOf(id)}`),
    '',
    `会提示：${rule.examples.flag.map(printExample).join('；')}`,
    '',
    `不会提示：${rule.examples.pass.map(printExample).join('；')}`,
  ].join('\n')
}

function printExample(example) {
  const text =
    typeof example === 'string'
      ? example
      : (example.html ??
        Object.entries(example)
          .map(([role, words]) => `${role}：${words}`)
          .join(' / '))
  return `\`${text.replace(/\s*\n\s*/g, ' ⏎ ').replaceAll('`', 'ˋ')}\``
}
