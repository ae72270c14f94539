import { createChecker, type Rule } from '@qianshao/rules-core'
import { draftOf, packOf } from '@qianshao/rules-core/testing'
import { expect, test } from 'vitest'
import { findingKey } from '../live/finding-key.ts'
import { deriveOfficeKeys } from './office-key.ts'
import { createRedactor } from './redact.ts'

const draft = draftOf('申请人张某，身份证号11010519491231002X，予以公示。')
const finding = (rule: Partial<Rule>) => createChecker([packOf([{ id: 'test.id', ...rule }])]).check(draft).findings[0]!

async function identities(rule: Partial<Rule>) {
  const keys = await deriveOfficeKeys(new Uint8Array(32).fill(7), 1)
  const [id] = await createRedactor(() => keys).identify(draft, [finding(rule)])
  return { keyed: id, here: findingKey(draft, finding(rule)) }
}

test('a changed message, severity or clause leaves a finding what it was: answers given before still count', async () => {
  const before = await identities({})
  expect(await identities({ message: '换了一种说法，请遮去中间数字。', severity: 'fault' })).toEqual(before)
})

test('a rule of another major version asks anew', async () => {
  const [before, after] = [await identities({}), await identities({ major: 2 })]
  expect(after.keyed).not.toEqual(before.keyed)
  expect(after.here).not.toBe(before.here)
})
