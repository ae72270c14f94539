/** A short name of a text, the same in every run: tells two versions of one thing apart, and is no proof against anybody. */
export function fingerprint(text: string): string {
  let [even, odd] = [0x9e3779b1, 0x85ebca6b ^ text.length]
  // Each step can be undone, so no single change goes unnoticed; two lanes, because one waits for its own product.
  for (let i = 0; i < text.length; i += 2) {
    even = Math.imul(even ^ text.charCodeAt(i), 0x5bd1e995)
    even ^= even >>> 15
    odd = Math.imul(odd ^ text.charCodeAt(i + 1), 0x01000193)
    odd ^= odd >>> 13
  }
  return [even, odd].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('')
}
