/** One event of the log: a code, and ids or counts. Never a body, a token, a join code or a network address. */
export interface LogEvent {
  event: 'started' | 'stopped' | 'joined' | 'batch' | 'refused' | 'sign-in' | 'fault'
  [member: string]: string | number | null
}
export type Log = (event: LogEvent) => void

/** Writes one JSON line an event. */
export function lineLog(write: (line: string) => void, now: () => number): Log {
  return (event) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...event })}\n`)
}
