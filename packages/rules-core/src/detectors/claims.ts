/** Remembers which stretches of a text are already taken, so that one number is found once. */
export function createClaims(): { claim(start: number, end: number): void; isTaken(start: number, end: number): boolean } {
  const taken: [number, number][] = []
  return {
    claim: (start, end) => {
      taken.push([start, end])
    },
    isTaken: (start, end) => taken.some(([from, to]) => start < to && from < end),
  }
}
