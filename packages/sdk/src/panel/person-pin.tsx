import { useEffect, useState } from 'preact/hooks'
import type { Person } from '../people/person.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

interface PersonPinProps {
  view: View
  label: string
  intro?: string
  /** Who may sign here. */
  fits(person: Person): boolean
  nobody: string
  confirm: string
  /** What else must be filled in before; pressing without it calls `onReady`. */
  ready: boolean
  onReady(): void
  onRight(personId: string): Promise<void>
  onCancel(): void
}

/** A person and their PIN on this device; the first use sets it. */
export function PersonPin({ view, label, intro, fits, nobody, confirm, ready, onReady, onRight, onCancel }: PersonPinProps) {
  const people = view.people.filter(fits)
  const [id, setId] = useState(people.length === 1 ? people[0]!.id : '')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isNew, setIsNew] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let current = true
    if (id) view.pins.isSet(id).then((set) => current && setIsNew(!set))
    return () => {
      current = false
    }
  }, [id, view.pins])

  if (people.length === 0) {
    return (
      <>
        <p class="bad">{nobody}</p>
        <div class="end">
          <button type="button" class="link quiet" onClick={onCancel}>
            {text.dismiss.cancel}
          </button>
        </div>
      </>
    )
  }
  const submit = async () => {
    if (!ready) return onReady()
    if (!id) return setProblem(text.people.choose)
    if (!/^\d{6,}$/.test(pin)) return setProblem(text.people.short)
    if (isNew && pin !== again) return setProblem(text.people.differs)
    setBusy(true)
    setProblem(undefined)
    const tried = isNew ? await view.pins.set(id, pin) : await view.pins.check(id, pin)
    if (tried.right) await onRight(id)
    else setProblem(tried.lockedMinutes > 0 ? text.people.locked(tried.lockedMinutes) : text.people.wrong(tried.left))
    setBusy(false)
  }
  return (
    <>
      {intro && <p class="note">{intro}</p>}
      <label class="field">
        <span>{label}</span>
        <select value={id} onChange={(event) => setId(event.currentTarget.value)}>
          <option value="">{text.people.choose}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{isNew ? text.people.newPin : text.people.pin}</span>
        <input type="password" inputMode="numeric" autocomplete="off" value={pin} onInput={(event) => setPin(event.currentTarget.value)} />
      </label>
      {isNew && (
        <label class="field">
          <span>{text.people.again}</span>
          <input
            type="password"
            inputMode="numeric"
            autocomplete="off"
            value={again}
            onInput={(event) => setAgain(event.currentTarget.value)}
          />
        </label>
      )}
      {problem && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      <div class="end">
        <button type="button" class="link quiet" onClick={onCancel}>
          {text.dismiss.cancel}
        </button>
        <button type="button" class="btn small" aria-disabled={busy || !ready} onClick={submit}>
          {confirm}
        </button>
      </div>
    </>
  )
}
