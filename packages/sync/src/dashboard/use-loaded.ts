import { useEffect, useState } from 'preact/hooks'
import type * as z from 'zod/mini'
import { ask, Refusal } from './api.ts'
import { session } from './state.ts'

export interface Loaded<T> {
  value: T | undefined
  fault: string | undefined
  busy: boolean
  reload(): void
}

/** What a path of the endpoint answers. While it is asked again, the old figures stay. */
export function useLoaded<T>(path: string, shape: z.ZodMiniType<T>): Loaded<T> {
  const [state, setState] = useState<{ value?: T; fault?: string; busy: boolean }>({ busy: true })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isWanted = true
    setState((old) => ({ ...old, busy: true }))
    ask(path, shape).then(
      (value) => {
        if (isWanted) setState({ value, busy: false })
      },
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'sign-in') session.value = null
        if (isWanted) setState((old) => ({ ...old, fault: error.message, busy: false }))
      },
    )
    return () => {
      isWanted = false
    }
  }, [path, turn])
  return { value: state.value, fault: state.fault, busy: state.busy, reload: () => setTurn((old) => old + 1) }
}
