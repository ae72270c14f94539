import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packOf } from '@qianshao/rules-core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function prove(rule: object): { status: number | null; said: string } {
  const examples = { flag: ['这里有[[甲乙]]。'], pass: [] }
  const pack = packOf([{ detector: 'pattern', options: { patterns: ['甲乙'], says: '甲乙' }, examples, ...rule }])
  writeFileSync(join(folder, 'cn.pack.json'), JSON.stringify(pack))
  const script = fileURLToPath(new URL('../scripts/prove-packs.mjs', import.meta.url))
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, `${folder}/`], { encoding: 'utf8' })
  return { status, said: stderr + stdout }
}

test('a sound rule passes', () => {
  expect(prove({})).toMatchObject({ status: 0 })
})

test.each([
  ['an expression that takes quadratic time', { options: { patterns: ['(?:甲|乙)+丙|甲乙'], says: '甲乙' } }, '不是线性时间'],
  ['an expression that asks for a full-width letter', { options: { patterns: ['甲乙', 'ＩＤ卡'], says: '甲乙' } }, '折叠后不会出现'],
  [
    'a context word that folded text never holds',
    { options: { patterns: ['甲乙'], says: '甲乙', contexts: [{ at: 'block', when: ['（一）'], effect: 'drop', says: '是小标题' }] } },
    'options.contexts[0].when[0]',
  ],
  ['a rule that nothing has ever set off', { examples: { flag: [], pass: ['没有'] } }, '没有一个例子能查出来'],
  ['an example that comes out wrong', { examples: { flag: ['这里没有。'], pass: [] } }, '应查出'],
])('%s fails the build, and is named', (_, rule, words) => {
  const { status, said } = prove(rule)
  expect(status).toBe(1)
  expect(said).toContain('cn test.rule')
  expect(said).toContain(words)
})
