// Writes the pages of docs/reference and the pack format's JSON Schema from the built packs and detectors, so that none can go stale.
// `--check` writes nothing and fails on a difference.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtInDetectors, categoryNames, parsePack, policyPack, printDemand } from '../packages/rules-core/dist/index.js'
import { toJSONSchema } from '../packages/rules-core/node_modules/zod/mini/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const packFolder = `${root}packages/rules-core/dist/packs/`
const severityNames = { veto: '须改（不得发布）', fault: '待核对', advice: '提示' }
const standingNames = { 'in-force': '现行有效', consultation: '征求意见稿', repealed: '已废止' }
const placeNames = { surfaces: '渠道', columns: '栏目' }
const generated = '<!-- 由 pnpm build:reference 生成，请勿手改。 -->\n\n'

const loaded = readdirSync(packFolder)
  .filter((file) => file.endsWith('.pack.json'))
  .map((file) => parsePack(JSON.parse(readFileSync(packFolder + file, 'utf8'))))
const packs = loaded.toSorted((a, b) => depth(a) - depth(b) || a.id.localeCompare(b.id))
const clauses = new Map(packs.flatMap((pack) => pack.clauses.map((clause) => [clause.id, { ...clause, pack }])))

const pages = {
  'docs/reference/rules.md': rulesPage(),
  'docs/reference/clauses.md': clausesPage(),
  'docs/reference/detectors.md': detectorsPage(),
  'docs/reference/duties.md': dutiesPage(),
  'packages/rules-core/packs/pack.schema.json': `${JSON.stringify(toJSONSchema(policyPack, { io: 'input' }), null, 2)}\n`,
}

const stale = Object.entries(pages).filter(([path, text]) => read(path) !== text)
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`这些页面和规则包不一致，请运行 pnpm build:reference：\n${stale.map(([path]) => `  ${path}`).join('\n')}`)
    process.exit(1)
  }
} else {
  mkdirSync(`${root}docs/reference`, { recursive: true })
  for (const [path, text] of stale) writeFileSync(root + path, text)
  console.log(stale.length === 0 ? '参考页没有变化' : stale.map(([path]) => path).join('\n'))
}

function rulesPage() {
  const parts = packs.map((pack) => {
    const rules = (pack.rules ?? []).map((rule) => {
      const release = rule.release ? '，原则上不得，可由负责人放行' : ''
      return [
        `### ${rule.id}`,
        '',
        `${rule.message}`,
        '',
        `- 类别：${categoryNames[rule.category]}（\`${rule.category}\`）`,
        `- 程度：${severityNames[rule.severity]}${release}`,
        `- 探测器：[\`${rule.detector}\`](detectors.md#${rule.detector})，第 ${rule.major} 版`,
        ...rule.clauseIds.map((id) => `- 依据：${quoteOf(id)}`),
        '',
        `会提示：${rule.examples.flag.map(printExample).join('；')}`,
        '',
        `不会提示：${rule.examples.pass.map(printExample).join('；')}`,
      ].join('\n')
    })
    return [
      `## ${pack.title}（\`${pack.id}\` ${pack.version}）`,
      '',
      pack.extends ? `上级：\`${pack.extends}\`。` : '最上一级。',
      '',
      rules.join('\n\n') || '本级没有自己的规则。',
    ].join('\n')
  })
  return `${generated}# 规则\n\n每条规则的说明、程度、依据和例子，都来自规则包本身；例子每次构建都会用真正的引擎跑一遍。\n\n${parts.join('\n\n')}\n`
}

function clausesPage() {
  const serving = servedBy()
  const parts = packs.flatMap((pack) =>
    pack.documents.map((document) => {
      const own = pack.clauses.filter((clause) => clause.documentId === document.id)
      const rows = own.map(
        (clause) =>
          `| \`${clause.id}\` | ${clause.locator} | ${cell(clause.quote)} | ${(serving.get(clause.id) ?? []).join('<br>') || '尚无'} |`,
      )
      const served = own.filter((clause) => serving.has(clause.id)).length
      return [
        `## ${document.title}`,
        '',
        `${document.number ? `${document.number}，` : ''}${document.issuer}，${standingNames[document.standing]}。共 ${own.length} 条，已有对应的 ${served} 条。`,
        '',
        '| 条款 | 位置 | 原文 | 由什么落实 |',
        '|---|---|---|---|',
        ...rows,
      ].join('\n')
    }),
  )
  return `${generated}# 条款\n\n每一条条款由哪条规则、时限、审核步骤或提示落实。写着“尚无”的，还没有。\n\n${parts.join('\n\n')}\n`
}

function servedBy() {
  const serving = new Map()
  const serve = (clauseIds, what) => {
    for (const id of clauseIds) serving.set(id, [...(serving.get(id) ?? []), what])
  }
  for (const pack of packs) {
    for (const rule of pack.rules ?? []) serve(rule.clauseIds, `规则 [${rule.id}](rules.md)`)
    for (const duty of pack.duties ?? []) serve(duty.clauseIds, `时限 [${duty.title}](duties.md)`)
    if (pack.review) serve(pack.review.clauseIds, `审核流程（${pack.title}）`)
    for (const branch of pack.review?.branches ?? []) serve(branch.clauseIds, `审核分支（${pack.title}）`)
    for (const guidance of pack.guidance ?? []) serve(guidance.clauseIds, `提示：${guidance.text}`)
  }
  return serving
}

function detectorsPage() {
  const parts = builtInDetectors.map(({ name, sees, options }) => {
    const schema = toJSONSchema(options, { io: 'input' })
    const users = packs.flatMap((pack) => (pack.rules ?? []).filter((rule) => rule.detector === name).map((rule) => `\`${rule.id}\``))
    return [
      `## ${name}`,
      '',
      describe(name),
      '',
      `Looks at ${sees === 'text' ? 'the text of one block' : 'the whole draft'}. Used by: ${[...new Set(users)].join(', ') || 'no rule of the shipped packs'}.`,
      '',
      '```json',
      JSON.stringify({ properties: schema.properties ?? {}, required: schema.required ?? [] }, null, 2),
      '```',
    ].join('\n')
  })
  return `<!-- Generated by pnpm build:reference; do not edit. -->\n\n# Detectors\n\nCode that finds something in text and knows no law. A rule names one and gives it options.\n\n${parts.join('\n\n')}\n`
}

/** The comment above the detector's definition. */
function describe(name) {
  const folder = `${root}packages/rules-core/src/detectors/`
  const file = readdirSync(folder).find(
    (one) => !one.endsWith('.test.ts') && readFileSync(folder + one, 'utf8').includes(`name: '${name}'`),
  )
  const comment = /\/\*\*((?:(?!\/\*\*)[\s\S])*?)\*\/\s*export const \w+ = define/.exec(readFileSync(folder + file, 'utf8'))?.[1] ?? ''
  return comment
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function dutiesPage() {
  const parts = packs
    .filter((pack) => pack.duties?.length || pack.review)
    .map((pack) => {
      const duties = (pack.duties ?? []).map(
        (duty) =>
          `| \`${duty.id}\` | ${duty.title} | ${appliesTo(duty.appliesTo)} | ${printDemand(duty.demand)}${duty.setting ? '（产品设置）' : ''}${duty.past ? '（只作记录）' : ''} | ${severityNames[duty.severity]} | ${duty.clauseIds.map(quoteOf).join('<br>')} |`,
      )
      const table = duties.length > 0 ? ['| 时限 | 名称 | 对象 | 要求 | 程度 | 依据 |', '|---|---|---|---|---|---|', ...duties, ''] : []
      const steps =
        pack.review?.steps.map((step, i) => `${i + 1}. ${step.title}（\`${step.role}\`）${step.proofreads ? '，兼校对一次' : ''}`) ?? []
      const review = pack.review
        ? [
            '### 审核',
            '',
            ...(pack.review.setting ? ['（产品设置：文件没有写明级数。）', ''] : []),
            ...steps,
            '',
            ...pack.review.clauseIds.map((id) => `- 依据：${quoteOf(id)}`),
          ]
        : []
      return [`## ${pack.title}`, '', ...table, ...review].join('\n').trimEnd()
    })
  return `${generated}# 时限与审核\n\n${parts.join('\n\n')}\n`
}

function appliesTo({ surfaces, columns }) {
  return (
    [surfaces && `${placeNames.surfaces} ${surfaces.join('、')}`, columns && `${placeNames.columns} ${columns.join('、')}`]
      .filter(Boolean)
      .join('；') || '全部'
  )
}

function quoteOf(id) {
  const clause = clauses.get(id)
  if (!clause) throw new Error(`${id}: no pack holds this clause`)
  const document = clause.pack.documents.find((one) => one.id === clause.documentId)
  return `《${document.title}》${clause.locator}“${cell(clause.quote)}”（${standingNames[document.standing]}）`
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

function cell(text) {
  return text.replaceAll('|', '\\|').replace(/\n/g, ' ')
}

function depth(pack) {
  const parent = loaded.find((one) => one.id === pack.extends)
  return parent ? depth(parent) + 1 : 0
}

function read(path) {
  try {
    return readFileSync(root + path, 'utf8')
  } catch {
    return ''
  }
}
