export interface Claims {
  claim(start: number, end: number): void
  isTaken(start: number, end: number): boolean
}

/** Remembers which stretches of a text are already taken, so that one number is found once. Stretches are short. */
export function createClaims(): Claims {
  const taken = new Set<number>()
  return {
    claim: (start, end) => {
      for (let at = start; at < end; at++) taken.add(at)
    },
    isTaken: (start, end) => {
      for (let at = start; at < end; at++) if (taken.has(at)) return true
      return false
    },
  }
}
