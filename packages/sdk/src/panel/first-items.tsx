import { useState } from 'preact/hooks'
import { text } from './text.zh-CN.ts'

/** As many as a person reads at one go; ten thousand cards would stop an old computer. */
const STEP = 50

/** The first items of a list, at least up to number `reach`, and a button for the next ones. */
export function useFirstItems<T>(items: readonly T[], reach = 0) {
  const [asked, setAsked] = useState(STEP)
  const shown = items.slice(0, Math.max(asked, reach + 1))
  const rest = items.length - shown.length
  const more =
    rest > 0 ? (
      <li class="more">
        <button type="button" class="btn wide" onClick={() => setAsked(shown.length + STEP)}>
          {text.more(rest, Math.min(rest, STEP))}
        </button>
      </li>
    ) : undefined
  return { shown, more }
}
