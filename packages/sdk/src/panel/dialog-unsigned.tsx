import type { Unsigned } from '../guard/sign-off.ts'
import { Head } from './dialog-parts.tsx'
import { text } from './text.zh-CN.ts'

/** The text is in order, and somebody has still to sign it or to answer for it. */
export function NotSigned({ unsigned, close }: { unsigned: Unsigned; close(): void }) {
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
        <button type="button" class="btn primary" data-first onClick={close}>
          {text.dialog.back}
        </button>
      </footer>
    </>
  )
}
