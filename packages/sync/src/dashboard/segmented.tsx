/** One of a few choices, as radio buttons: arrow keys move. */
export function Segmented<T extends string>(props: {
  name: string
  choices: readonly (readonly [value: T, label: string, ...rest: string[]])[]
  chosen: T
  onChoose(value: T): void
}) {
  const { name, choices, chosen, onChoose } = props
  return (
    <div class="segmented" role="radiogroup" aria-label="时段">
      {choices.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </div>
  )
}
