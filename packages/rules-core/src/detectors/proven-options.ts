import type { Witnesses } from './witness.ts'

/**
 * Options that the build has parsed, and what each search of their rule is woken by (`chooseWitnesses`); undefined for a rule that runs on
 * every text. Kept by object: a copy that somebody changed is not proven.
 */
const proven = new WeakMap<object, readonly Witnesses[] | undefined>()

export function setProven(options: object, searches: readonly Witnesses[] | undefined): void {
  proven.set(options, searches)
}

export function isProven(options: unknown): boolean {
  return typeof options === 'object' && options !== null && proven.has(options)
}

export function provenWitnesses(options: object): readonly Witnesses[] | undefined {
  return proven.get(options)
}
