import { base64url, type PublicKey, sha256, utf8 } from '@qianshao/rules-core'

/** RFC 7638 over the members that an EC key must have, in their order. */
export function thumbprint({ crv, kty, x, y }: PublicKey): string {
  return base64url(sha256(utf8(JSON.stringify({ crv, kty, x, y }))))
}

/** 比对码: sixteen digits over two key ids, the same on both screens (protocol.md §2.2). */
export function compareCode(a: string, b: string): string {
  const [first, second] = a < b ? [a, b] : [b, a]
  const bytes = sha256(utf8(`qianshao-compare-1\n${first}\n${second}`)).subarray(0, 8)
  const number = bytes.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n) % 10n ** 16n
  return number
    .toString()
    .padStart(16, '0')
    .replace(/(.{4})(?=.)/g, '$1 ')
}
