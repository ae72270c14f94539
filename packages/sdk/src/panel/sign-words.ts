import type { Person } from '../people/person.ts'

const BEIJING = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** `3月18日 09:30`, Beijing time, of epoch milliseconds. */
export function dayAndTime(at: number): string {
  return BEIJING.format(at)
}

const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' })

/** `3月18日`, Beijing time. */
export function dayOf(at: number): string {
  return DAY.format(at)
}

/** A person of this desk by name; anybody else as the review names them. */
export function nameOf(people: readonly Person[], by: string): string {
  return people.find(({ id }) => id === by)?.name ?? by
}
