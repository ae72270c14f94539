// FIPS 180-4, §4.2.2 and §5.3.3: fractional parts of the cube and square roots of the first primes.
const K = new Int32Array(64)
const START = new Int32Array(8)
fillConstants()

const schedule = new Int32Array(64)
const BLOCK = 64
/** Bytes between two states that a rolling digest keeps. */
const STEP = 16 * BLOCK

/** SHA-256 (FIPS 180-4) of the bytes, 32 bytes. Synchronous and without platform APIs, so that checking stays pure. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32)
  sha256Into(bytes, bytes.length, digest, 0)
  return digest
}

const state = new Int32Array(8)

/** The same of the first `length` bytes, written to `target` from `at`. */
export function sha256Into(bytes: Uint8Array, length: number, target: Uint8Array, at: number): void {
  state.set(START)
  const whole = length - (length % BLOCK)
  for (let from = 0; from < whole; from += BLOCK) compress(state, bytes, from)
  finish(state, bytes, whole, length, target, at)
}

/** Digests of bytes that grow and change: what comes before the first change is not read again. */
export interface RollingSha256 {
  /** Digest of the first `length` bytes; the first `same` of them are those of the call before. */
  digest(bytes: Uint8Array, length: number, same: number): Uint8Array
}

export function createRollingSha256(): RollingSha256 {
  // The state before each step, eight words each; the first is the start.
  let states = new Int32Array(64)
  let known = 0
  return {
    digest(bytes, length, same) {
      const steps = Math.floor(length / STEP)
      if (states.length < (steps + 1) * 8) states = larger(states, (steps + 1) * 16)
      known = Math.min(known, steps, Math.floor(same / STEP))
      if (known === 0) states.set(START)
      state.set(states.subarray(known * 8, known * 8 + 8))
      const whole = length - (length % BLOCK)
      for (let from = known * STEP; from < whole; from += BLOCK) {
        if (from % STEP === 0) states.set(state, (from / STEP) * 8)
        compress(state, bytes, from)
      }
      known = Math.floor(whole / STEP)
      if (whole % STEP === 0) states.set(state, known * 8)
      const digest = new Uint8Array(32)
      finish(state, bytes, whole, length, digest, 0)
      return digest
    },
  }
}

function larger(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(list)
  return copy
}

const tail = new Uint8Array(2 * BLOCK)

function finish(state: Int32Array, bytes: Uint8Array, whole: number, length: number, target: Uint8Array, at: number): void {
  const rest = length - whole
  const end = rest < 56 ? BLOCK : 2 * BLOCK
  tail.fill(0)
  for (let i = 0; i < rest; i++) tail[i] = bytes[whole + i]!
  tail[rest] = 0x80
  const bits = length * 8
  for (let i = 0; i < 4; i++) {
    tail[end - 1 - i] = bits >>> (8 * i)
    tail[end - 5 - i] = Math.floor(bits / 2 ** 32) >>> (8 * i)
  }
  for (let from = 0; from < end; from += BLOCK) compress(state, tail, from)
  for (let i = 0; i < 8; i++) {
    const word = state[i]!
    target[at + i * 4] = word >>> 24
    target[at + i * 4 + 1] = word >>> 16
    target[at + i * 4 + 2] = word >>> 8
    target[at + i * 4 + 3] = word
  }
}

function compress(state: Int32Array, bytes: Uint8Array, at: number): void {
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
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + K[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0
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
