import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeviceShape } from './shapes.ts'

/** Stopping a device cannot be undone, so it is asked once more; the focus waits on the harmless answer. */
export function StopDevice({ device, onStop }: { device: DeviceShape; onStop(): void }) {
  const [isAsked, setIsAsked] = useState<boolean>()
  const stop = useRef<HTMLButtonElement>(null)
  const stopped = useRef<HTMLSpanElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsked === true) keep.current?.focus()
    if (isAsked === false) stop.current?.focus()
  }, [isAsked])
  useEffect(() => {
    if (device.revokedAt !== null && isAsked) stopped.current?.focus()
  }, [device.revokedAt])
  if (device.revokedAt !== null) {
    return (
      <span ref={stopped} class="chip un" tabIndex={-1}>
        已停用
      </span>
    )
  }
  if (!isAsked) {
    return (
      <button key="stop" ref={stop} type="button" class="link" aria-label={`停用 ${device.name}`} onClick={() => setIsAsked(true)}>
        停用
      </button>
    )
  }
  return (
    <fieldset key="asked" class="bare">
      <legend>停用“{device.name}”？它不能再上报，要用就重新加入。</legend>
      <button type="button" class="link" onClick={onStop}>
        确定停用
      </button>
      <button ref={keep} type="button" class="link" onClick={() => setIsAsked(false)}>
        不停用
      </button>
    </fieldset>
  )
}
