const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url without padding (protocol.md §0.1). */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += ALPHABET[word >>> 18]! + ALPHABET[(word >>> 12) & 63]!
    if (left > 1) text += ALPHABET[(word >>> 6) & 63]!
    if (left > 2) text += ALPHABET[word & 63]!
  }
  return text
}
