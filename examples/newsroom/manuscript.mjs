// The CMS's own manuscript with its 三审三校: what was saved, who has signed it, and whether it may go out. The page is not trusted.
import { createRequire } from 'node:module'
import {
  changeRecord,
  digestOnly,
  isRefusal,
  layer,
  openReview,
  PLAIN_ITEM,
  parsePack,
  readMarkup,
  recordAct,
  reviewChange,
  reviewStateOf,
  units,
  unsigned,
} from '@qianshao/rules-core'
import { parseHtml } from '@qianshao/rules-core/html'

// Required, because Node 20 warns of an imported JSON file.
const load = createRequire(import.meta.url)
const chain = ['cn', 'cn-chongqing', 'cn-chongqing-qijiang'].map((id) => parsePack(load(`@qianshao/rules-core/packs/${id}`)))
const { review: policy, confirmations } = layer(chain)
const EMPTY = { title: '', source: '', column: 'tzgg', html: '' }

/** One manuscript at a time, as a small office has it on its desk. Every answer is `{ status, body }`. */
export function openManuscript() {
  let article = EMPTY
  let record
  let version = 1

  const saved = () => ({ status: 200, body: { ...article, version } })
  const refuse = (status, problem) => ({ status, body: { problem } })

  const save = (next) => {
    if (!isArticle(next)) return refuse(400, '稿件要有标题、来源、栏目和正文。')
    if (next.version !== version) return refuse(409, '这一稿已经在别处改过，请刷新后再改。')
    article = { title: next.title, source: next.source, column: next.column, html: next.html }
    version += 1
    return saved()
  }

  return {
    read: saved,
    review: () => ({ status: 200, body: record ?? null }),
    save,
    /** A change of the review by who is logged in: only of their own role, and only about the text that is saved. */
    change(person, input) {
      const parsed = reviewChange.safeParse(input)
      if (!parsed.success) return refuse(400, '审核请求不完整，请刷新网页再试。')
      const change = parsed.data
      if (change.change === 'act') {
        const { by, role, digest } = change.act
        if (by !== person.id || !person.roles.includes(role)) return refuse(403, `${person.name}不能签这一步。`)
        if (digest !== digestOf(article)) return refuse(409, '稿件刚刚改过，保存后再签。')
      }
      if (change.change === 'answer' && change.answer.by !== person.id) return refuse(403, '只能以自己的名义回答。')
      const next = changeRecord(policy, record, change)
      if (isRefusal(next)) return { status: 200, body: next }
      record = next
      return { status: 200, body: record }
    },
    /** What was published, or why not. The next manuscript then begins empty. */
    publish(person, input) {
      if (!isArticle(input)) return refuse(400, '稿件要有标题和正文。')
      const digest = digestOf(input)
      const state = record ? reviewStateOf(policy, record) : openReview(policy, PLAIN_ITEM, digest)
      const { answers = [], subjects } = record ?? {}
      const missing = unsigned({ policy, state, confirmations, answers, surface: 'website', ...(subjects && { subjects }) }, digest)
      if (missing) return refuse(409, missing.explain)
      const act = { action: 'publish', role: person.roles[0], by: person.id, at: Date.now(), digest }
      const published = { title: input.title, html: input.html, at: act.at, review: recordAct(policy, record, act, unitsOf(input)) }
      article = EMPTY
      record = undefined
      version += 1
      return { status: 201, body: published }
    },
  }
}

function isArticle(value) {
  return ['title', 'source', 'column', 'html'].every((name) => typeof value?.[name] === 'string')
}

function unitsOf({ title, source, html }) {
  return units(readMarkup(parseHtml(html), { title, source }, { surface: 'website' }), [])
}

function digestOf(article) {
  return digestOnly(unitsOf(article))
}
