import { createHash } from 'node:crypto'

/** 比对码 over two key ids: sixteen digits that both screens show alike, whichever id comes first (protocol.md §2.2). */
export function compareCode(a: string, b: string): string {
  const [smaller, larger] = a < b ? [a, b] : [b, a]
  const hash = createHash('sha256').update(`qianshao-compare-1\n${smaller}\n${larger}`).digest()
  const digits = (hash.readBigUInt64BE(0) % 10n ** 16n).toString().padStart(16, '0')
  return [0, 4, 8, 12].map((at) => digits.slice(at, at + 4)).join(' ')
}
