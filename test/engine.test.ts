import { builtInDetectors, createChecker, type Detector, type Draft, type PolicyPack, readMarkup, readPlain } from '@qianshao/rules-core'
import { parseHtml } from '@qianshao/rules-core/html'
import { describe, expect, test } from 'vitest'
import { readCorpus } from './corpus/corpus.mjs'
import { chains } from './shipped-packs.ts'

const EVERYWHERE = '-everywhere'

/** The engine's own detectors without witnesses: they run on every block of every draft. */
const tireless = builtInDetectors.map(({ witness: _, ...detector }): Detector => ({ ...detector, name: `${detector.name}${EVERYWHERE}` }))

function unwoken(packs: readonly PolicyPack[]): readonly PolicyPack[] {
  return packs.map((pack) => ({
    ...pack,
    rules: (pack.rules ?? []).map((rule) => ({ ...rule, detector: `${rule.detector}${EVERYWHERE}` })),
  }))
}

/** A part of the drafts, the same in every run: all of them would take a minute. */
function drafts(step: number): Draft[] {
  return (['tune', 'report'] as const)
    .flatMap((half) => readCorpus(half))
    .filter((_, i) => i % step === 0)
    .map(({ format, title, body, platform: surface }) =>
      format === 'html' ? readMarkup(parseHtml(body), { title }, { surface }) : readPlain(body, { title }, { surface }),
    )
}

describe.each(['qijiang', 'tongchuan'] as const)('the rules of %s', (place) => {
  const chain = chains[place]
  const checker = createChecker(chain)

  test('find the same when a text wakes them as when they run on every block', { timeout: 120_000 }, () => {
    const everywhere = createChecker(unwoken(chain), tireless)
    let findings = 0
    for (const draft of drafts(2)) {
      const woken = checker.check(draft).findings
      expect(woken, draft.blocks[0]?.text).toEqual(everywhere.check(draft).findings)
      findings += woken.length
    }
    expect(findings).toBeGreaterThan(50)
  })

  test('say of real drafts in one session, edited, split, merged and pasted into each other, what a fresh check says', () => {
    const session = checker.openSession()
    let before: Draft | undefined
    for (const draft of drafts(5)) {
      for (const step of [draft, withoutMiddle(draft), joined(draft), ...(before ? [pasted(before, draft)] : []), draft]) {
        expect(session.update(step)).toEqual(checker.check(step))
      }
      before = draft
    }
  })
})

/** One character gone from the middle of each block. Links and pictures may then stand elsewhere, as after a real edit. */
function withoutMiddle(draft: Draft): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) => {
      const at = block.text.length >> 1
      return { ...block, text: block.text.slice(0, at) + block.text.slice(at + 1) }
    }),
    links: [],
    images: [],
    marks: [],
  }
}

/** Every second plain paragraph joined to the one before it. */
function joined(draft: Draft): Draft {
  const blocks = draft.blocks.flatMap((block, i) => {
    const next = draft.blocks[i + 1]
    const isPlain = block.cell === undefined && next?.cell === undefined && block.role === next?.role
    if (i % 2 === 1 && draft.blocks[i - 1]?.role === block.role && block.cell === undefined && draft.blocks[i - 1]?.cell === undefined)
      return []
    return [i % 2 === 0 && next && isPlain ? { ...block, text: block.text + next.text } : block]
  })
  return { ...draft, blocks, links: [], images: [], marks: [] }
}

function pasted(one: Draft, other: Draft): Draft {
  const blocks = [...one.blocks.filter(({ cell }) => !cell).map((block) => ({ ...block, id: `p${block.id}` })), ...other.blocks]
  return { ...other, blocks }
}
