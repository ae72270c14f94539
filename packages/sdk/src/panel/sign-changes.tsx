import type { Change } from '../review/changes.ts'
import { text } from './text.zh-CN.ts'

/** What changed since somebody signed, before and after in one line. */
export function SignChanges({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <ol class="changes">
      {changes.map(({ kind, paragraph, pieces }, i) => (
        <li key={i}>
          <span class="note">
            {kind === 'removed' ? text.sign.removed : paragraph === undefined ? text.sign.outside : text.sign.paragraph(paragraph)}
          </span>
          <p>
            {pieces.map((piece, k) =>
              piece.how === 'added' ? (
                <ins key={k}>{piece.text}</ins>
              ) : piece.how === 'removed' ? (
                <del key={k}>{piece.text}</del>
              ) : (
                <span key={k}>{piece.text}</span>
              ),
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
