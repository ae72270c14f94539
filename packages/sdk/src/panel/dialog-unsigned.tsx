import type { Unsigned } from '@qianshao/rules-core'
import { Head } from './dialog-parts.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** The text is in order, and somebody has still to sign it or to answer for it. */
export function NotSigned({ view, unsigned, close }: { view: View; unsigned: Unsigned; close(): void }) {
  const toSheet = () => {
    close()
    view.tab.value = 'review'
    view.setOpen(true)
  }
  return (
    <>
      <Head sign="hold" title={text.unsigned.title} sub={unsigned.explain} close={close} />
      <div class="items">
        {unsigned.signatures.length > 0 && (
          <>
            <h3>{text.unsigned.signatures}</h3>
            <ol>
              {unsigned.signatures.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ol>
          </>
        )}
        {unsigned.questions.length > 0 && (
          <>
            <h3>{text.unsigned.questions}</h3>
            <ol>
              {unsigned.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
          </>
        )}
      </div>
      <footer>
        <span class="push" />
        {view.review && (
          <button type="button" class="btn" onClick={close}>
            {text.dialog.back}
          </button>
        )}
        <button type="button" class="btn primary" data-first onClick={view.review ? toSheet : close}>
          {view.review ? text.unsigned.go : text.dialog.back}
        </button>
      </footer>
    </>
  )
}
