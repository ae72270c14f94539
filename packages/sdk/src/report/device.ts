import { computed, effect, signal } from '@preact/signals'
import { memoryAnswers } from '../live/memory-answers.ts'
import { idbStore } from '../outbox/idb-store.ts'
import { memoryStore } from '../outbox/memory-store.ts'
import { openOutbox } from '../outbox/outbox.ts'
import type { SendLines } from '../outbox/outbox-port.ts'
import { pageClock } from '../outbox/page-clock.ts'
import { memoryReviews } from '../review/local-review.ts'
import { openProfile, type ProfileDatabase } from '../storage/database.ts'
import { deviceKeys } from './device-keys.ts'
import type { Device, DeviceOptions, DeviceState, JoinedOffice, JoinResult } from './device-port.ts'
import { deviceTime } from './device-time.ts'
import { fetchWithin } from './fetch-within.ts'
import { reportHealth } from './health.ts'
import { idbAnswers } from './idb-answers.ts'
import { joinEndpoint, type Membership, parseJoinTarget } from './join.ts'
import { openDutyBook } from './owed-duties.ts'
import { createRedactor } from './redact.ts'
import { createSender } from './send.ts'
import { compareCode } from './thumbprint.ts'

/** Opens this browser profile's keys, outbox and memory of answers. Works without an endpoint: entries then wait until it has joined one. */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  if (!globalThis.crypto?.subtle) {
    throw new Error('openDevice: 这个网页不是安全连接，浏览器不提供签名。请用 https（或本机地址）打开。')
  }
  const clock = options.clock ?? pageClock
  // Bound, because a browser's own fetch refuses to be called as somebody's method.
  const fetchIt = fetchWithin(options.fetch ?? globalThis.fetch.bind(globalThis), clock)
  const database = await profileOrNothing(options.database ?? 'qianshao')
  const keys = await deviceKeys(database)
  const keep = (key: string, value: unknown) => void database?.put('keys', value, key).catch(reportStorage)
  const time = deviceTime(clock, (await database?.get('keys', 'offset')) as number | undefined, (offset) => keep('offset', offset))
  const membership = signal((await database?.get('keys', 'membership')) as Membership | undefined)

  const send: SendLines = async (lines, abort) => {
    const joined = membership.value
    if (!joined) return { tryLater: undefined }
    return createSender({ ...joined, key: keys.signing, keyId: keys.keyId, time, fetch: fetchIt })(lines, abort)
  }
  const queue = openOutbox({
    store: database ? idbStore(database) : memoryStore(),
    send,
    canSend: () => membership.value !== undefined,
    clock,
    time: time.now,
    lasting: database !== undefined,
  })

  const state = signal<DeviceState>('alone')
  const office = signal<JoinedOffice | undefined>(undefined)
  const code = signal<string | undefined>(undefined)
  const stopFollowing = effect(() => {
    const joined = membership.value
    const stopped = queue.state.value === 'stopped'
    state.value = !joined ? 'alone' : stopped ? 'stopped' : joined.rootChecked ? 'joined' : 'unverified'
    office.value = joined?.office
    code.value = joined && compareCode(keys.keyId, joined.authority)
  })

  const life = new AbortController()
  const notes = new Map<string, unknown>()
  const outbox = reportHealth(
    {
      outbox: queue,
      joined: computed(() => membership.value !== undefined),
      firstAccount: () => membership.value?.office.accounts[0]?.id,
      offset: time.offset,
      clock,
      memory: {
        get: async (key) => (database ? database.get('keys', key) : notes.get(key)),
        async set(key, value) {
          notes.set(key, value)
          await database?.put('keys', value, key)
        },
      },
    },
    life.signal,
  )

  const duties = openDutyBook({
    endpoint: () => membership.value && { ...membership.value, key: keys.signing, keyId: keys.keyId },
    time,
    fetch: fetchIt,
    kept: await database?.get('keys', 'duties'),
    keep: (owed) => keep('duties', owed),
  })

  return {
    outbox,
    duties,
    redactor: createRedactor(() => keys.office),
    answers: database ? idbAnswers(database) : memoryAnswers(),
    reviews: database
      ? { get: (key) => database.get('reviews', key), set: async (key, record) => void (await database.put('reviews', record, key)) }
      : memoryReviews(),
    pins: database && { get: (id) => database.get('pins', id), set: async (id, record) => void (await database.put('pins', record, id)) },
    state,
    office,
    keyId: keys.keyId,
    compareCode: code,
    lasting: database !== undefined,
    async join(codeOrLink): Promise<JoinResult> {
      const target = parseJoinTarget(codeOrLink, membership.value?.endpoint ?? options.endpoint)
      if (!target) return { problem: 'bad-code', title: '加入码不对。请看清 12 位字符，或直接打开加入链接。' }
      if (target.endpoint === undefined) return { problem: 'no-endpoint', title: '还没有服务端地址。请用加入链接，或先填服务端地址。' }
      const joined = await joinEndpoint(
        { ...target, endpoint: target.endpoint },
        {
          key: keys.signing,
          keyId: keys.keyId,
          jwk: keys.jwk,
          ejwk: keys.ejwk,
          host: options.host,
          name: options.name,
          time,
          fetch: fetchIt,
        },
      )
      if ('problem' in joined) return joined
      await database?.put('keys', joined, 'membership')
      membership.value = joined
      void outbox.sendNow()
      return { joined: joined.office }
    },
    close() {
      stopFollowing()
      life.abort()
      queue.close()
    },
  }
}

/** A profile that keeps nothing (private windows, forbidden storage) is weather: everything works for as long as the page is open. */
async function profileOrNothing(name: string): Promise<ProfileDatabase | undefined> {
  if (typeof indexedDB === 'undefined') return undefined
  try {
    return await openProfile(name)
  } catch (cause) {
    reportStorage(cause)
    return undefined
  }
}

function reportStorage(cause: unknown): void {
  console.warn('device: the browser keeps nothing for this page; unsent entries go with it', cause)
}
