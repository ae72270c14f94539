// Everything that can serve a clause: what it is called, on which page it stands, and whether code runs it.
import { packs } from './packs.mjs'

/** `runs` is set where a program acts on the part; the others are read by people, on these pages only, until a surface shows them. */
export const kinds = [
  { key: 'rules', name: '规则', page: 'rules.md', runs: true, where: '检查每一篇稿件' },
  { key: 'duties', name: '时限', page: 'duties.md', runs: true, where: '由 `qianshao duties` 和主管单位看板计算' },
  { key: 'steps', name: '审核流程', page: 'review.md', runs: true, where: '由审核的状态机执行' },
  { key: 'branches', name: '审核分支', page: 'review.md', runs: true, where: '由审核的状态机执行' },
  { key: 'confirmations', name: '确认', page: 'review.md', runs: false, where: '列在参考页里' },
  { key: 'audits', name: '体检', page: 'audits.md', runs: false, where: '列在参考页里' },
  { key: 'figures', name: '报表数字', page: 'figures.md', runs: false, where: '列在参考页里' },
  { key: 'guidance', name: '指引', page: 'guidance.md', runs: false, where: '列在参考页里，给人看' },
]

const NOT_RUNNING = '**尚未运行**'

export function kindOf(key) {
  return kinds.find((kind) => kind.key === key)
}

/** A visible line for the head of a page: what runs it, or that nothing does yet. */
export function standingLine(...keys) {
  return keys
    .map(kindOf)
    .map(({ name, runs, where }) => `${name}：${runs ? `已运行，${where}` : `${NOT_RUNNING}，${where}`}。`)
    .join('\n\n')
}

/** What each pack holds of a kind, as `{ id, title, clauseIds }`. */
export function itemsOf(pack, key) {
  if (key === 'steps') return pack.review ? [{ id: 'review', title: '审核步骤', clauseIds: pack.review.clauseIds }] : []
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
