import { useEffect, useRef } from 'preact/hooks'
import type { DeviceShape } from './shapes.ts'

/** The code that the device shows too, and whether somebody has compared the two (protocol.md §3.4). */
export function CompareCell({ device, onCompared }: { device: DeviceShape; onCompared(): void }) {
  const { name, compareCode, comparedAt, revokedAt } = device
  const result = useRef<HTMLSpanElement>(null)
  const wasPressed = useRef(false)
  // The button goes away; whoever pressed it by keyboard goes on from the word that took its place.
  useEffect(() => {
    if (comparedAt === null || !wasPressed.current) return
    wasPressed.current = false
    result.current?.focus()
  }, [comparedAt])
  const press = () => {
    wasPressed.current = true
    onCompared()
  }
  return (
    <>
      <div class="compare-code">{compareCode}</div>
      {comparedAt !== null && (
        <span ref={result} class="chip done" tabIndex={-1}>
          已核对
        </span>
      )}
      {comparedAt === null && <span class="chip un">未核对</span>}
      {comparedAt === null && revokedAt === null && (
        <button type="button" class="small" aria-label={`${name} 的比对码两边相同，已核对`} onClick={press}>
          已核对
        </button>
      )}
    </>
  )
}
