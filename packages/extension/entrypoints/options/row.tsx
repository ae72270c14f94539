import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** One setting: what it is, what it does, and its control. */
export function Row({ title, note, children }: { title: ComponentChildren; note?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="row">
      <div class="row-text">
        <p>{title}</p>
        {note && <p class="note">{note}</p>}
      </div>
      {children}
    </div>
  )
}

/** A line of text that is stored when the field is left; what is wrong with it stands beside it, and the input is kept. */
export function TextRow(parts: {
  title: string
  note?: string
  value: string
  placeholder?: string
  maxLength?: number
  save: (value: string) => Promise<string | undefined>
}) {
  const { title, note, value, placeholder, maxLength, save } = parts
  const id = useId()
  const wrong = useSignal<string | undefined>(undefined)
  return (
    <div class="row">
      <div class="row-text">
        <label for={id}>{title}</label>
        {note && <p class="note">{note}</p>}
        {wrong.value && (
          <p class="wrong" id={`${id}-wrong`}>
            {wrong}
          </p>
        )}
      </div>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
        aria-describedby={wrong.value ? `${id}-wrong` : undefined}
        onChange={async (event) => {
          wrong.value = await save(event.currentTarget.value.trim())
        }}
      />
    </div>
  )
}

/** A few choices side by side. */
export function ChoiceRow<Value extends string>(parts: {
  title: string
  note?: string
  value: Value
  choices: Readonly<Record<Value, string>>
  save: (value: Value) => Promise<unknown>
}) {
  const { title, note, value, choices, save } = parts
  const id = useId()
  return (
    <fieldset class="row">
      <legend class="row-text">
        <span>{title}</span>
        {note && <span class="note block">{note}</span>}
      </legend>
      <div class="choices">
        {(Object.entries(choices) as [Value, string][]).map(([choice, text]) => (
          <label key={choice}>
            <input type="radio" name={id} value={choice} checked={choice === value} onChange={() => void save(choice)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
