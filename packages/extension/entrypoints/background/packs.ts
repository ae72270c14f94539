import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { type Jurisdiction, jurisdictions } from '../../settings.ts'

const head = z.looseObject({ id: z.string(), extends: z.optional(z.string()) })

/** A pack and all that it builds on, parents first. The files are part of the extension; nothing is downloaded. */
export async function loadChain(id: Jurisdiction): Promise<unknown[]> {
  const chain: unknown[] = []
  let next: string | undefined = id
  while (next !== undefined) {
    // As it is in the file: its seal says so to the letter.
    const pack = await readPack(next)
    chain.unshift(pack)
    next = head.parse(pack).extends
  }
  return chain
}

/** The packs that this build holds, in the order they are offered. */
export async function offeredPacks(): Promise<Jurisdiction[]> {
  const ids = Object.keys(jurisdictions) as Jurisdiction[]
  const there = await Promise.all(
    ids.map((id) =>
      readPack(id).then(
        () => true,
        () => false,
      ),
    ),
  )
  return ids.filter((_, i) => there[i])
}

async function readPack(id: string): Promise<unknown> {
  const response = await fetch(`${browser.runtime.getURL('/')}packs/${id}.pack.json`)
  if (!response.ok) throw new Error(`packs: ${id} is not part of this build`)
  return response.json()
}
