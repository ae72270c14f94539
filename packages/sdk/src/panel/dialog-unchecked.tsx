import { Head, type PartProps } from './dialog-parts.tsx'
import { text } from './text.zh-CN.ts'

/** What it means that nothing was checked, and what to look for by eye. */
export function NotChecked({ view, attempt, close }: PartProps) {
  const why = attempt.look.kind === 'unchecked' ? text.why[attempt.look.why] : ''
  const mayGoOn = view.whenUnchecked === 'warn'
  return (
    <>
      <Head
        sign="unchecked"
        title={text.dialog.uncheckedTitle}
        sub={mayGoOn ? text.dialog.uncheckedSub(why, view.word.value) : why}
        close={close}
      />
      <div class="items">
        <p class="notebox hatch">{mayGoOn ? text.dialog.uncheckedNote : text.unchecked.hold}</p>
        <h3>{text.dialog.look}</h3>
        <div class="checks">
          {text.dialog.lookAt.map((line) => (
            <label key={line}>
              <input type="checkbox" /> {line}
            </label>
          ))}
        </div>
      </div>
      <footer>
        <span class="push" />
        <button type="button" class="btn" onClick={close}>
          {text.dialog.back}
        </button>
        {mayGoOn && (
          <button
            type="button"
            class="btn"
            onClick={() => {
              view.gate.goUnchecked()
              view.desk.toast.value = { text: text.dialog.nowAgain(view.word.value) }
              view.leave(attempt.control)
            }}
          >
            {text.dialog.goOn(view.word.value)}
          </button>
        )}
        <button
          type="button"
          class="btn primary"
          data-first
          onClick={() => {
            view.desk.lookAgain()
            if (view.desk.why.value === undefined) close()
          }}
        >
          {text.dialog.retryFirst}
        </button>
      </footer>
    </>
  )
}
