import { auditAccounts, bookCheckNames, type PolicyPack, readRegister } from '@qianshao/rules-core'
import { expect, test } from 'vitest'
import { packs } from '../shipped-packs.ts'
import clauseCases from './clause-cases.json' with { type: 'json' }
import { ownCases } from './own-cases.ts'

test.each(ownCases.map((one) => [`${one.clause}: ${one.name}`, one] as const))('%s', (_, { clause, register, found, today }) => {
  const pack = packs.find(({ audits }) => audits?.some(({ clauseIds }) => clauseIds.includes(clause)))!
  const asking = {
    ...pack,
    extends: undefined,
    rules: [],
    review: undefined,
    audits: pack.audits!.filter(({ clauseIds }) => clauseIds.includes(clause)),
  }
  const read = readRegister(register, { place: '登记' })
  expect(read.problems).toEqual([])
  const details = auditAccounts([asking as unknown as PolicyPack], read.book, today ?? '2024-06-01').map(({ detail }) => detail)
  if (found === false) expect(details).toEqual([])
  else expect(details.join('\n')).toContain(found)
})

test('there are enough of them, and both answers', () => {
  expect(ownCases.length).toBeGreaterThanOrEqual(100)
  expect(ownCases.filter(({ found }) => found === false).length).toBeGreaterThan(40)
})

test('every check that the engine has is asked for by a pack, and has a case that finds', () => {
  const checkOf = (clause: string) =>
    packs.flatMap(({ audits = [] }) => audits.filter(({ clauseIds }) => clauseIds.includes(clause)).map(({ check }) => check))
  const found = new Set([...ownCases, ...clauseCases].filter((one) => one.found !== false).flatMap(({ clause }) => checkOf(clause)))
  expect(bookCheckNames.filter((name) => !found.has(name))).toEqual([])
})
