import type { Finding } from '@qianshao/rules-core'
import type { Attempt } from '../guard/gate.ts'
import { Sign } from './banner.tsx'
import { Icon } from './icons.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

export interface PartProps {
  view: View
  attempt: Attempt
  close(): void
}

export function Head({
  sign,
  title,
  sub,
  close,
}: {
  sign: 'hold' | 'review' | 'clear' | 'unchecked'
  title: string
  sub: string
  close(): void
}) {
  return (
    <header>
      <Sign decision={sign} size={22} />
      <div class="words">
        <h2 id="qs-dialog">{title}</h2>
        <p>{sub}</p>
      </div>
      <button type="button" class="tool" aria-label={text.dialog.close} onClick={close}>
        <Icon name="close" size={20} />
      </button>
    </header>
  )
}

/** Leaves the dialog for the place in the text that a person has to mend. */
export function GoAndFix({ finding, view, close }: { finding: Finding; view: View; close(): void }) {
  return (
    <button
      type="button"
      class="btn small"
      onClick={() => {
        close()
        view.setOpen(true)
        view.desk.reveal(finding)
      }}
    >
      {text.dialog.go}
    </button>
  )
}

/** Long words are cut: the place is one click away. */
export function short(value: string): string {
  return value.length > 18 ? `${value.slice(0, 17)}……` : value
}
