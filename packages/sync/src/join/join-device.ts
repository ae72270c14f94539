import { type Certificate, type JoinAnswer, type JoinRequest, normalJoinCode } from '@qianshao/rules-core'
import type { Clock } from '../clock.ts'
import type { EndpointKeys } from '../crypto/endpoint-keys.ts'
import { signStatement } from '../crypto/statement.ts'
import { randomName } from '../ids.ts'
import { Refused } from '../problem.ts'
import type { JoinCode, Office, Store } from '../store/store.ts'
import { hashJoinCode } from './join-code.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const SAME_ANSWER = 10 * MINUTE
const BAD_PROOFS = 5

export interface JoinParts {
  store: Store
  keys: EndpointKeys
  clock: Clock
  uuid7(): string
}

/** The live code that a request names, or the refusal that says what is wrong with it. */
export async function liveCode({ store, keys, clock }: JoinParts, typed: string): Promise<JoinCode> {
  if (normalJoinCode(typed) === undefined) throw new Refused('malformed', '加入码的校验位不对，请再核对一遍。', { path: '/code' })
  const code = await store.joinCode(hashJoinCode(keys, typed))
  if (!code) throw new Refused('not-found', '没有这个加入码，请再核对一遍，或请管理员另做一个。')
  if (code.badProofs >= BAD_PROOFS) throw new Refused('gone', '这个加入码因多次签名不符已作废，请管理员另做一个。')
  if (code.usedAt === null && code.expiresAt <= clock.now()) throw new Refused('gone', '这个加入码已过期，请管理员另做一个。')
  return code
}

/** Turns a proven request into a device with a certificate. The same key within ten minutes gets the same certificate again. */
export async function joinDevice(parts: JoinParts, code: JoinCode, request: JoinRequest, kid: string): Promise<JoinAnswer> {
  const { store, clock } = parts
  const office = await store.office(code.office)
  if (!office) throw new Refused('gone', '这个加入码的单位已不在，请管理员另做一个。')
  if (code.usedAt !== null) return sameAnswer(parts, code, office, kid)
  const now = clock.now()
  const device = { office: office.id, id: randomName('dev'), name: request.name, host: request.host, joinedAt: now }
  const payload: Certificate = {
    v: 1,
    id: parts.uuid7(),
    kind: 'device',
    sub: device.id,
    office: office.id,
    jwk: request.jwk,
    ejwk: request.ejwk,
    host: request.host,
    name: request.name,
    iat: now,
    nbf: now - 5 * MINUTE,
    exp: now + 180 * DAY,
  }
  const statement = signStatement('qs-cert+jws', parts.keys.authority, payload)
  const certificate = {
    office: office.id,
    kid,
    subject: device.id,
    statement,
    jwk: request.jwk,
    host: request.host,
    notBefore: payload.nbf,
    expiresAt: payload.exp,
  }
  const outcome = await store.redeemJoinCode({ hash: code.hash, at: now, device, certificate })
  if (outcome === 'done') return answer(parts, office, statement)
  if (outcome === 'known-key') throw new Refused('conflict', '这台设备的密钥已经加入过，请先在设备上清除，再用新的加入码。')
  const taken = await store.joinCode(code.hash)
  if (!taken) throw new Refused('not-found', '没有这个加入码，请管理员另做一个。')
  return sameAnswer(parts, taken, office, kid)
}

async function sameAnswer(parts: JoinParts, code: JoinCode, office: Office, kid: string): Promise<JoinAnswer> {
  const isSame = code.usedBy === kid && code.usedAt !== null && parts.clock.now() - code.usedAt <= SAME_ANSWER
  const certified = isSame ? await parts.store.certified(kid) : undefined
  if (!certified) throw new Refused('code-used', '这个加入码已经用过，请管理员另做一个。')
  return answer(parts, office, certified.statement)
}

function answer({ keys, clock }: JoinParts, office: Office, cert: string): JoinAnswer {
  return {
    cert,
    trust: keys.trust,
    rootJwk: keys.root.jwk,
    revoked: null,
    catalog: null,
    office: { id: office.id, name: office.name, accounts: [...office.accounts] },
    now: clock.now(),
  }
}
