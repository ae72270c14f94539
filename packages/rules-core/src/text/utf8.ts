/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD, as in protocol.md §1.2. Without platform APIs, so that checking stays pure. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  return bytes.subarray(0, utf8Into(text, bytes, 0))
}

/** The same, written to `bytes` from `at`, where three bytes a UTF-16 unit must have room; answers where it ends. */
export function utf8Into(text: string, bytes: Uint8Array, at: number): number {
  let length = at
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1)
      const isPair = code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff
      if (isPair) i += 1
      code = isPair ? 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00) : 0xfffd
    }
    if (code < 0x80) bytes[length++] = code
    else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6)
      bytes[length++] = 0x80 | (code & 63)
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12)
      bytes[length++] = 0x80 | ((code >> 6) & 63)
      bytes[length++] = 0x80 | (code & 63)
    } else {
      // A pair is four bytes for two units, so three bytes a unit always suffice.
      bytes[length++] = 0xf0 | (code >> 18)
      bytes[length++] = 0x80 | ((code >> 12) & 63)
      bytes[length++] = 0x80 | ((code >> 6) & 63)
      bytes[length++] = 0x80 | (code & 63)
    }
  }
  return length
}
