// FIPS 180-4, §4.2.2 and §5.3.3: fractional parts of the cube and square roots of the first primes.
const K = new Uint32Array(64)
const START = new Uint32Array(8)
fillConstants()

const schedule = new Uint32Array(64)

/** SHA-256 (FIPS 180-4) of the bytes, 32 bytes. Synchronous and without platform APIs, so that checking stays pure. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = START.slice()
  const whole = bytes.length - (bytes.length % 64)
  for (let at = 0; at < whole; at += 64) compress(state, bytes, at)
  const tail = padded(bytes, whole)
  for (let at = 0; at < tail.length; at += 64) compress(state, tail, at)

  const digest = new Uint8Array(32)
  state.forEach((word, i) => {
    digest[i * 4] = word >>> 24
    digest[i * 4 + 1] = word >>> 16
    digest[i * 4 + 2] = word >>> 8
    digest[i * 4 + 3] = word
  })
  return digest
}

function padded(bytes: Uint8Array, from: number): Uint8Array {
  const rest = bytes.length - from
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(bytes.subarray(from))
  tail[rest] = 0x80
  const bits = bytes.length * 8
  const end = tail.length
  for (let i = 0; i < 4; i++) {
    tail[end - 1 - i] = bits >>> (8 * i)
    tail[end - 5 - i] = Math.floor(bits / 2 ** 32) >>> (8 * i)
  }
  return tail
}

function compress(state: Uint32Array, bytes: Uint8Array, at: number): void {
  const w = schedule
  for (let i = 0; i < 16; i++) {
    const j = at + i * 4
    w[i] = (bytes[j]! << 24) | (bytes[j + 1]! << 16) | (bytes[j + 2]! << 8) | bytes[j + 3]!
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  let a = state[0]! | 0
  let b = state[1]! | 0
  let c = state[2]! | 0
  let d = state[3]! | 0
  let e = state[4]! | 0
  let f = state[5]! | 0
  let g = state[6]! | 0
  let h = state[7]! | 0
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

function fillConstants(): void {
  const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0
  let prime = 2
  for (let found = 0; found < 64; prime++) {
    if (!isPrime(prime)) continue
    if (found < 8) START[found] = fraction(prime ** (1 / 2))
    K[found] = fraction(Math.cbrt(prime))
    found += 1
  }
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false
  return true
}
