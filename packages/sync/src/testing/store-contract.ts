import { createHash } from 'node:crypto'
import { ledgerEntry } from '@qianshao/rules-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateKeyPair } from '../crypto/key-pair.ts'
import type { Batch, Office, ReadLine, Store } from '../store/store.ts'
import { createTestDevice } from './device.ts'

const NOW = 1_782_950_400_000
const office: Office = {
  id: 'one',
  name: '甲单位',
  pack: 'cn',
  accounts: [{ id: 'web:www.one.example', name: '甲网站' }],
  columns: [
    { account: 'web:www.one.example', id: 'zwdt', title: '政务动态', class: 'dynamic-news' },
    { account: 'web:www.one.example', id: 'tzgg', title: '通知公告', class: 'notice-policy' },
  ],
  origins: ['https://cms.one.example'],
  createdAt: NOW,
}

/** What every store does. `open` gives the same database each time within one test; `close` removes it. */
export function storeContract(name: string, createPlace: () => { open(): Store; remove(): void }): void {
  describe(name, () => {
    let place: ReturnType<typeof createPlace>
    let store: Store
    beforeEach(() => {
      place = createPlace()
      store = place.open()
    })
    afterEach(async () => {
      await store.close()
      place.remove()
    })
    const reopen = async () => {
      await store.close()
      store = place.open()
    }

    test('an office comes back as it was put, and is replaced as a whole', async () => {
      await store.putOffice(office)
      await reopen()
      expect(await store.office('one')).toEqual(office)
      const changed = { ...office, name: '新名', accounts: [{ id: 'weibo:1', name: '微博' }], columns: [], origins: [] }
      await store.putOffice(changed)
      expect(await store.offices()).toEqual([changed])
      expect(await store.officesOfAccount('web:www.one.example')).toEqual([])
      expect(await store.officesOfAccount('weibo:1')).toEqual(['one'])
      expect(await store.office('none')).toBeUndefined()
    })

    test('an account book comes back as it was put, and is replaced as a whole', async () => {
      expect(await store.accountBook('one')).toBeUndefined()
      const record = { kind: 'account' as const, office: '甲局', name: '甲', values: { platform: '微信', host: ['甲局'] } }
      await store.putAccountBook({ office: 'one', records: [record, { ...record, name: '乙' }], updatedAt: 1 })
      await store.putAccountBook({ office: 'one', records: [record], updatedAt: 2 })
      expect(await store.accountBook('one')).toEqual({ office: 'one', records: [record], updatedAt: 2 })
      expect(await store.accountBook('two')).toBeUndefined()
    })

    test('a register of events is replaced as a whole, and each office has its own', async () => {
      expect(await store.dutyRegister('one')).toBeUndefined()
      const event = { kind: 'received' as const, at: NOW, ref: 'L1' }
      const silence = { from: '2026-02-15', to: '2026-02-22', reason: '升级' }
      await store.putDutyRegister({ office: 'one', events: [event, { ...event, ref: 'L2' }], silences: [silence], updatedAt: 1 })
      await store.putDutyRegister({ office: 'one', events: [event], silences: [], updatedAt: 2 })
      expect(await store.dutyRegister('one')).toEqual({ office: 'one', events: [event], silences: [], updatedAt: 2 })
      expect(await store.dutyRegister('two')).toBeUndefined()
    })

    test('a join code makes one device, whoever asks at the same time', async () => {
      await store.putJoinCode({ office: 'one', hash: 'h', createdAt: NOW, expiresAt: NOW + 1 })
      const join = (n: number) => {
        const { pair } = generateKeyPair()
        const device = { office: 'one', id: `dev_${n}`, name: '电脑', host: 'extension', joinedAt: NOW }
        const certificate = {
          office: 'one',
          kid: pair.kid,
          subject: device.id,
          statement: 'a.b.c',
          jwk: pair.jwk,
          host: 'extension',
          notBefore: NOW,
          expiresAt: NOW + 9,
        }
        return { hash: 'h', at: NOW + n, device, certificate }
      }
      const joins = [join(1), join(2), join(3)]
      expect(await Promise.all(joins.map((one) => store.redeemJoinCode(one)))).toEqual(['done', 'taken', 'taken'])
      expect(await store.redeemJoinCode({ ...joins[0]!, hash: 'other' })).toBe('known-key')
      await reopen()
      expect(await store.devices('one')).toEqual([
        { ...joins[0]!.device, revokedAt: null, comparedAt: null, kid: joins[0]!.certificate.kid, expiresAt: NOW + 9 },
      ])
      expect(await store.certified(joins[0]!.certificate.kid)).toEqual({ ...joins[0]!.certificate, revokedAt: null })
      expect(await store.joinCode('h')).toMatchObject({ usedAt: NOW + 1, usedBy: joins[0]!.certificate.kid, badProofs: 0 })
      expect([await store.markCompared('one', 'dev_1', NOW + 3), await store.markCompared('one', 'dev_1', NOW + 4)]).toEqual([true, true])
      expect([await store.markCompared('one', 'dev_2', NOW + 3), await store.markCompared('two', 'dev_1', NOW + 3)]).toEqual([false, false])
      expect(await store.devices('one')).toMatchObject([{ id: 'dev_1', comparedAt: NOW + 3 }])
      expect([await store.revokeDevice('one', 'dev_1', NOW + 5), await store.revokeDevice('one', 'dev_1', NOW + 6)]).toEqual([true, false])
      expect((await store.certified(joins[0]!.certificate.kid))?.revokedAt).toBe(NOW + 5)
      expect(await store.markCompared('one', 'dev_1', NOW + 7)).toBe(false)
    })

    test('each line of a batch has its own outcome, and the bytes stay', async () => {
      const lines = sampleLines(3)
      const first = sampleBatch('1', [lines[0]!, { line: Buffer.from('x'), hash: 'h', refused: 'bad-value', id: null, path: '' }])
      expect(await store.putBatch(first)).toEqual(['stored', 'refused'])
      const conflicting: ReadLine = { ...lines[0]!, hash: 'other' }
      expect(await store.putBatch(sampleBatch('2', [lines[0]!, conflicting, lines[1]!, lines[1]!]))).toEqual([
        'duplicate',
        'conflict',
        'stored',
        'duplicate',
      ])
      await reopen()
      expect((await store.entries({})).map(({ line }) => line)).toEqual(lines.slice(0, 2).map(({ line }) => Buffer.from(line).toString()))
      expect(await store.refusedCount('one', NOW, NOW + 1)).toBe(2)
    })

    test('the same signed request again records nothing', async () => {
      const refused: ReadLine = { line: Buffer.from('x'), hash: 'h', refused: 'bad-value', id: null }
      const batch = sampleBatch('1', [sampleLines(1)[0]!, refused])
      expect(await store.putBatch(batch)).toEqual(['stored', 'refused'])
      expect(await store.putBatch({ ...batch, id: 'again' })).toEqual(['duplicate', 'refused'])
      expect(await store.refusedCount('one', NOW, NOW + 1)).toBe(1)
    })

    test('the same entry id in two offices is two entries', async () => {
      const [line] = sampleLines(1)
      expect(await store.putBatch(sampleBatch('1', [line!]))).toEqual(['stored'])
      expect(await store.putBatch({ ...sampleBatch('2', [line!]), office: 'two' })).toEqual(['stored'])
      expect(await store.entries({ office: 'two' })).toHaveLength(1)
    })

    test('batches that arrive together are all stored', async () => {
      const lines = sampleLines(60)
      const outcomes = await Promise.all(lines.map((line, i) => store.putBatch(sampleBatch(String(i), [line]))))
      expect(outcomes.flat()).toEqual(lines.map(() => 'stored'))
      await reopen()
      expect(await store.entries({})).toHaveLength(60)
    })

    test('entries are chosen by office, kind, time and account, in either order', async () => {
      const lines = sampleLines(4)
      await store.putBatch(sampleBatch('1', lines))
      const seqs = async (query: Parameters<Store['entries']>[0]) => (await store.entries(query)).map(({ entry }) => entry.seq)
      expect(await seqs({ office: 'one' })).toEqual([1, 2, 3, 4])
      expect(await seqs({ newestFirst: true, limit: 2 })).toEqual([4, 3])
      const last = (lines[2] as { entry: { id: string } }).entry.id
      expect(await seqs({ newestFirst: true, olderThan: { at: NOW + 2, id: last } })).toEqual([2, 1])
      expect(await seqs({ newestFirst: true, olderThan: { at: NOW + 2, id: `${last}0` } })).toEqual([3, 2, 1])
      expect(await seqs({ from: NOW + 1, to: NOW + 3 })).toEqual([2, 3])
      expect(await seqs({ kinds: ['publish'] })).toEqual([])
      expect(await seqs({ account: 'web:other' })).toEqual([])
      expect(await store.deviceTails('one')).toEqual([{ device: 'dev_1', lastSeq: 4, stored: 4, lastAt: NOW }])
      const { entry } = lines[1] as { entry: { id: string } }
      expect((await store.entry('one', entry.id))?.entry).toEqual(entry)
      expect(await store.entry('two', entry.id)).toBeUndefined()
    })

    test('sessions and administrators come and go', async () => {
      expect(await store.hasAdministrator()).toBe(false)
      await store.putAdministrator({ name: 'admin', password: 'a', createdAt: NOW })
      await store.putAdministrator({ name: 'admin', password: 'b', createdAt: NOW })
      expect(await store.administrator('admin')).toEqual({ name: 'admin', password: 'b', createdAt: NOW })
      const session = { hash: 'h', administrator: 'admin', csrf: 'c', expiresAt: NOW }
      await store.putSession(session)
      await reopen()
      expect([await store.hasAdministrator(), await store.session('h')]).toEqual([true, session])
      await store.endSession('h')
      expect(await store.session('h')).toBeUndefined()
    })
  })
}

function sampleLines(count: number): ReadLine[] {
  let now = NOW
  const device = createTestDevice({ authority: 'a', now: () => now++ })
  return Array.from({ length: count }, (_, i) => {
    const line = Buffer.from(device.line({ at: NOW + i }))
    return { line, hash: createHash('sha256').update(line).digest('base64url'), entry: ledgerEntry.parse(JSON.parse(line.toString())) }
  })
}

function sampleBatch(id: string, lines: readonly ReadLine[]): Batch {
  return {
    office: 'one',
    id,
    kid: 'kid',
    device: 'dev_1',
    receivedAt: NOW,
    signedHash: `signed ${id}`,
    contentDigest: 'd',
    signatureInput: 'i',
    signature: 's',
    encoding: 'identity',
    body: Buffer.from('body'),
    lines,
  }
}
