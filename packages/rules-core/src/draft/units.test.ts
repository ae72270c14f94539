import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { addressKey } from './address-key.ts'
import { digestUnits } from './digest.ts'
import type { Draft } from './draft.ts'
import { readMarkup } from './read-markup.ts'
import { readPlain } from './read-plain.ts'
import { units } from './units.ts'

interface Input {
  html?: string
  plain?: string
  title?: string
  summary?: string
  byline?: string
  source?: string
  attachments?: { url: string; sha256?: string }[]
  ownHosts?: string[]
  bytes?: Record<string, string>
}

interface Vectors {
  text: { name: string; input: Input; units: { kind: string; text: string }[]; draft: string; tags: string; loose: string }[]
  pairs: Record<'same' | 'different' | 'looselySame', [string, string][]>
}

// Read as text: a bundler's JSON parser refuses the lone surrogate that one vector is about.
const vectors: Vectors = JSON.parse(readFileSync(new URL('../testing/vectors/text.json', import.meta.url), 'utf8'))
const meta = { surface: 'website' } as const

function read(input: Input): Draft {
  const fields = {
    title: input.title ?? '',
    summary: input.summary ?? '',
    author: input.byline ?? '',
    source: input.source ?? '',
    attachments: (input.attachments ?? []).map(({ url, sha256 }) => ({ name: url, href: url, ...(sha256 && { sha256 }) })),
  }
  const draft = input.html === undefined ? readPlain(input.plain ?? '', fields, meta) : readMarkup(parseHtml(input.html), fields, meta)
  const images = draft.images.map((image) => {
    const sha256 = input.bytes?.[addressKey(image.src, input.ownHosts ?? [])]
    return sha256 ? { ...image, sha256 } : image
  })
  return { ...draft, images }
}

describe('the text vectors of the protocol', () => {
  test.each(vectors.text.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const input = vector.input
    const found = units(read(input), input.ownHosts ?? [])
    expect(found).toEqual(vector.units.map(({ kind, text }) => ({ kind, text })))
    const digest = digestUnits(found)
    expect(Buffer.from(digest.draft, 'base64url').toString('hex')).toBe(vector.draft)
    expect(digest).toMatchObject({ n: found.length, tags: vector.tags, loose: vector.loose })
  })

  const byName = new Map(vectors.text.map((vector) => [vector.name, vector.input]))
  const digestOf = (name: string) => {
    const input = byName.get(name)!
    return digestUnits(units(read(input), input.ownHosts ?? []))
  }
  test.each(vectors.pairs.same)('%s is the same text as %s', (a, b) => {
    expect(digestOf(a).draft).toBe(digestOf(b).draft)
  })
  test.each(vectors.pairs.different)('%s is not the same text as %s', (a, b) => {
    expect(digestOf(a).draft).not.toBe(digestOf(b).draft)
  })
  test.each(vectors.pairs.looselySame)('%s differs from %s by typography only', (a, b) => {
    expect(digestOf(a).draft).not.toBe(digestOf(b).draft)
    expect(digestOf(a).loose).toBe(digestOf(b).loose)
  })
})
