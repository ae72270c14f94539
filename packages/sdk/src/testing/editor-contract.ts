import { test } from 'vitest'
import { type EditorUnderTest, editorCases } from './editor-cases.ts'

/**
 * Runs what every adapter owes as tests. In a document without layout the cases that need a browser are skipped; run `editorCases` in a
 * real page for those.
 */
export function editorContract(name: string, open: () => EditorUnderTest): void {
  const inBrowser = typeof document !== 'undefined' && typeof document.execCommand === 'function'
  for (const { name: sentence, needsBrowser, run } of editorCases) {
    test.skipIf(needsBrowser && !inBrowser)(
      `${name} ${sentence}${needsBrowser && !inBrowser ? ' (skipped: no layout, no typing here)' : ''}`,
      async () => {
        const editor = open()
        try {
          await run(editor)
        } finally {
          editor.dispose()
        }
      },
    )
  }
}
