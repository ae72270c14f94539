import type { Context } from '../context.ts'
import { importPublicKey } from '../crypto/key-pair.ts'
import { isDigestRight, isSignatureRight, readSignedHeaders, type SignedHeaders } from '../crypto/signed-request.ts'
import { Refused } from '../problem.ts'
import type { Certified, Store } from '../store/store.ts'

/** Whose device signed this request, by key, certificate, signature and digest, in the protocol's order (protocol.md §3.6); refuses otherwise. */
export async function signedBy(
  { store, keys, clock }: Context,
  request: Request,
  body: Uint8Array,
): Promise<{ device: Certified; headers: SignedHeaders }> {
  const headers = readSignedHeaders(request, keys.authority.kid, clock.now())
  const device = await knownDevice(store, headers.keyid, clock.now())
  const key = importPublicKey(device.jwk)
  if (!key || !(await isSignatureRight(headers, key))) throw new Refused('bad-signature', '签名不符，没有收下，会自动再发。')
  if (!isDigestRight(headers, body)) throw new Refused('digest-mismatch', '内容在路上被改动过，没有收下，会自动再发。')
  return { device, headers }
}

async function knownDevice(store: Store, kid: string, now: number): Promise<Certified> {
  const device = await store.certified(kid)
  if (!device) throw new Refused('unknown-key', '服务端不认识这台设备，请用加入码重新加入。')
  if (device.revokedAt !== null) throw new Refused('revoked', '本机已停用，记录留在本机，请联系管理员。')
  if (now < device.notBefore || now >= device.expiresAt) throw new Refused('expired-cert', '本机的证书已过期，请用加入码重新加入。')
  return device
}
