import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

/** A labelled input. What is wrong with it stands right below and is read out with it. */
export function TextField(props: {
  name: string
  value: string
  problem: string | undefined
  isFixed?: boolean
  isFirst?: boolean
  onInput(value: string): void
}) {
  const { name, value, problem, isFixed = false, isFirst = false, onInput } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [])
  return (
    <label class="field">
      {name}
      <input
        ref={input}
        value={value}
        readOnly={isFixed}
        aria-invalid={problem !== undefined}
        {...(problem !== undefined && { 'aria-describedby': id })}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <Problem id={id} problem={problem} />
    </label>
  )
}

/** A labelled choice, with what is wrong with it. */
export function ChoiceField(props: {
  name: string
  value: string
  problem: string | undefined
  onChoose(value: string): void
  children: ComponentChildren
}) {
  const { name, value, problem, onChoose, children } = props
  const id = useId()
  return (
    <label class="field">
      {name}
      <select
        value={value}
        aria-invalid={problem !== undefined}
        {...(problem !== undefined && { 'aria-describedby': id })}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
      <Problem id={id} problem={problem} />
    </label>
  )
}

function Problem({ id, problem }: { id: string; problem: string | undefined }) {
  return problem === undefined ? null : (
    <span id={id} class="fault">
      {problem}
    </span>
  )
}
