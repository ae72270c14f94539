// clauses.md: every clause with all that serves it, and counts a document.
import { standingNames } from '../../packages/rules-core/dist/index.js'
import { kinds, servedBy } from './kinds.mjs'
import { anchorId, cell, packs } from './packs.mjs'

const NOT_YET = { listed: '（尚未运行）', partly: '（部分运行）' }

export function clausesPage() {
  const serving = servedBy()
  const documents = packs.flatMap((pack) =>
    pack.documents.map((document) => ({ document, own: pack.clauses.filter((clause) => clause.documentId === document.id) })),
  )
  const parts = documents.map(({ document, own }) =>
    [
      `## ${document.title}`,
      '',
      `${document.number ? `${document.number}，` : ''}${document.issuer}，${standingNames[document.standing]}。共 ${own.length} 条。`,
      '',
      '| 条款 | 位置 | 原文 | 由什么落实 |',
      '|---|---|---|---|',
      ...own.map(
        (clause) =>
          `| <a id="${clause.id}"></a>\`${clause.id}\` | ${clause.locator} | ${cell(clause.quote)} | ${printServing(serving.get(clause.id))} |`,
      ),
    ].join('\n'),
  )
  return `# 条款

每一条条款由什么落实。一条都没有的，构建会停下来，并写出是哪一条。写着“尚未运行”的，规则包里已有，还没有程序去做。

${countsTable(documents, serving)}

一条条款可以由几样东西一起落实，所以各列相加会多于总数。

${parts.join('\n\n')}
`
}

function countsTable(documents, serving) {
  const rows = documents.map(({ document, own }) => {
    const counts = kinds.map(({ key }) => own.filter((clause) => serving.get(clause.id)?.some(({ kind }) => kind.key === key)).length)
    const running = own.filter((clause) => serving.get(clause.id)?.some(({ kind }) => kind.state === 'runs')).length
    return `| ${document.number ?? document.title} | ${own.length} | ${own.filter((clause) => serving.has(clause.id)).length} | ${running} | ${counts.join(' | ')} |`
  })
  const head = ['文件', '条款', '已落实', '其中由程序执行', ...kinds.map(({ name }) => name)]
  return [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows].join('\n')
}

function printServing(served = []) {
  const byKind = kinds.map((kind) => ({ kind, items: served.filter((one) => one.kind === kind) })).filter(({ items }) => items.length > 0)
  return byKind
    .map(({ kind, items }) => {
      const links = items.map(({ pack, id, title }) => `[${cell(title)}](${kind.page}#${anchorId(pack, id)})`)
      return `${kind.name}${NOT_YET[kind.state] ?? ''}：${links.join('、')}`
    })
    .join('<br>')
}
