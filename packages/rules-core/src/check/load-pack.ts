import * as z from 'zod/mini'
import { setProven } from '../detectors/proven-options.ts'
import { parsePack } from '../pack/parse-pack.ts'
import type { PolicyPack } from '../pack/schema.ts'
import { type CompiledPart, sealOf, takeOut } from './compile-pack.ts'

/** What the seal is about need not be parsed: the build has. */
const sealedFile = z.looseObject({ compiled: z.looseObject({ seal: z.string() }) })

/**
 * As `parsePack`, and at once if the build has compiled the pack for this engine: what it sealed has been parsed before, and is not parsed again.
 * Any other pack, one written by hand or changed since, is parsed in full.
 */
export function loadPack(json: unknown): PolicyPack {
  if (!z.safeParse(sealedFile, json).success) return parsePack(json)
  const { compiled, ...pack } = json as { compiled: CompiledPart } & PolicyPack
  if (sealOf(pack, compiled) !== compiled.seal) return parsePack(json)
  const witnesses = compiled.witnesses.map(takeOut)
  for (const { id, options } of pack.rules ?? []) {
    if (options === undefined || !Object.hasOwn(compiled.rules, id)) continue
    setProven(
      options,
      compiled.rules[id]?.map((search) => search.map((index) => witnesses[index]!)),
    )
  }
  return pack
}
