/** The same function, which remembers its last text: several rules ask for one thing before the next text comes. */
export function onceForText<T>(compute: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, value: compute(text) }
    return last.value
  }
}
