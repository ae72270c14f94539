// Everything that can serve a clause: what it is called, on which page it stands, and whether code runs it.
import { packs } from './packs.mjs'

/** `state`: `runs` where a program acts on the part, `partly` where on some of it, `shown` where a surface puts it before people, `listed` where only these pages have it. */
export const kinds = [
  { key: 'rules', name: '规则', page: 'rules.md', state: 'runs', where: '检查每一篇稿件' },
  {
    key: 'duties',
    name: '时限',
    page: 'duties.md',
    state: 'runs',
    where: '由 `qianshao duties` 和主管单位看板计算（来信、申请、备案要先导入登记表），面板和插件里也看得到',
  },
  { key: 'steps', name: '审核流程', page: 'review.md', state: 'runs', where: '由面板的“三审三校”、稿件系统和 `qianshao review` 执行' },
  { key: 'branches', name: '审核分支', page: 'review.md', state: 'runs', where: '由面板的“三审三校”、稿件系统和 `qianshao review` 执行' },
  {
    key: 'confirmations',
    name: '确认',
    page: 'review.md',
    state: 'partly',
    where: '发布前的由面板来问，没有答好不能发布；开设、变更、关停等其他事项的只列在这里，还没有程序来问',
  },
  { key: 'audits', name: '体检', page: 'audits.md', state: 'runs', where: '由 `qianshao audit` 和主管单位看板的“账号台账”页对照台账来查' },
  { key: 'figures', name: '报表数字', page: 'figures.md', state: 'listed', where: '名目列在主管单位看板的“指引”页，还没有程序逐项来数' },
  {
    key: 'guidance',
    name: '指引',
    page: 'guidance.md',
    state: 'shown',
    where: '显示在主管单位看板的“指引”页；写稿人和审核人的也显示在面板的“三审三校”里',
  },
]

const stateNames = { runs: '已运行', partly: '**部分运行**', shown: '已显示', listed: '**尚未运行**' }

export function kindOf(key) {
  return kinds.find((kind) => kind.key === key)
}

/** A visible line for the head of a page: what runs it or shows it, or that nothing does yet. */
export function standingLine(...keys) {
  return keys
    .map(kindOf)
    .map(({ name, state, where }) => `${name}：${stateNames[state]}，${where}。`)
    .join('\n\n')
}

/** What each pack holds of a kind, as `{ id, title, clauseIds }`. */
export function itemsOf(pack, key) {
  if (key === 'steps') {
    const { review } = pack
    return [
      ...(review ? [{ id: 'review', title: '审核步骤', clauseIds: review.clauseIds }] : []),
      ...(review?.above ? [{ id: 'above', title: '请上级决定', clauseIds: review.above.clauseIds }] : []),
    ]
  }
  if (key === 'branches')
    return (pack.review?.branches ?? []).map((branch, i) => ({
      id: `branch-${i + 1}`,
      title: `审核分支 ${i + 1}`,
      clauseIds: branch.clauseIds,
    }))
  return (pack[key] ?? []).map((item) => ({ id: item.id, title: item.title ?? item.id, clauseIds: item.clauseIds }))
}

/** Clause id to all that serves it, in the order of `kinds`. */
export function servedBy() {
  const serving = new Map()
  for (const kind of kinds)
    for (const pack of packs)
      for (const item of itemsOf(pack, kind.key))
        for (const id of item.clauseIds) serving.set(id, [...(serving.get(id) ?? []), { kind, pack, ...item }])
  return serving
}

/** Clauses that nothing serves. */
export function unserved() {
  const serving = servedBy()
  return packs.flatMap((pack) => pack.clauses.filter((clause) => !serving.has(clause.id)))
}
