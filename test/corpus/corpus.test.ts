import { createHash } from 'node:crypto'
import { categoryNames, readMarkup, readPlain } from '@qianshao/rules-core'
import { parseHtml } from '@qianshao/rules-core/html'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { readCorpus } from './corpus.mjs'

const PACKS = [
  'cn',
  'cn-chongqing',
  'cn-chongqing-qijiang',
  'cn-chongqing-qianjiang-zjw',
  'cn-zhejiang-hangzhou',
  'cn-shaanxi-tongchuan',
] as const
// Duties, accounts and reviews are not found in a draft (design.md §4).
const CATEGORIES = Object.keys(categoryNames).filter((id) => !['duty', 'account', 'review'].includes(id))

const label = z.strictObject({ category: z.enum(CATEGORIES as [string, ...string[]]), quote: z.optional(z.string().check(z.minLength(1))) })
const labelled = z.strictObject({
  group: z.string(),
  id: z.string(),
  pack: z.enum(PACKS),
  platform: z.enum(['website', 'wechat', 'weibo', 'app', 'other-media']),
  format: z.enum(['text', 'html']),
  kind: z.optional(z.enum(['hard', 'plain'])),
  title: z.string(),
  body: z.string(),
  labels: z.array(label),
})

const halves = { tune: z.parse(z.array(labelled), readCorpus('tune')), report: z.parse(z.array(labelled), readCorpus('report')) }
const all = [...halves.tune, ...halves.report]
const violating = all.filter(({ labels }) => labels.length > 0)
const clean = all.filter(({ labels }) => labels.length === 0)
const squeezed = (text: string) => text.replace(/\s/gu, '')

function textOf({ format, title, body, platform }: (typeof all)[number]): string {
  const fields = title === '' ? {} : { title }
  const draft =
    format === 'html' ? readMarkup(parseHtml(body), fields, { surface: platform }) : readPlain(body, fields, { surface: platform })
  return draft.blocks.map(({ text }) => text).join('\n')
}

test('there are at least 400 drafts of each sort, and at least half of the clean ones are hard', () => {
  expect(violating.length).toBeGreaterThanOrEqual(400)
  expect(clean.length).toBeGreaterThanOrEqual(400)
  expect(clean.filter(({ kind }) => kind === 'hard').length * 2).toBeGreaterThanOrEqual(clean.length)
})

describe.each(Object.entries(halves))('the %s half', (_, drafts) => {
  test('has every category and every pack', () => {
    expect([...new Set(drafts.flatMap(({ labels }) => labels.map(({ category }) => category)))].sort()).toEqual([...CATEGORIES].sort())
    expect([...new Set(drafts.map(({ pack }) => pack))].sort()).toEqual([...PACKS].sort())
  })
})

test('ids are used once, and no two drafts are the same', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ body }) => createHash('sha256').update(squeezed(body)).digest('hex'))).size).toBe(all.length)
})

test('every draft has a right length, and its labels stand in it', () => {
  const wrong = all.flatMap((draft) => {
    const text = squeezed(textOf(draft))
    const lost = draft.labels.filter(({ quote }) => quote !== undefined && !text.includes(squeezed(quote)) && !draft.body.includes(quote))
    const length = text.length < 290 || text.length > 1_600 ? [`${draft.id}: ${text.length} characters`] : []
    return [...length, ...lost.map(({ quote }) => `${draft.id}: ${quote}`)]
  })
  expect(wrong).toEqual([])
})
