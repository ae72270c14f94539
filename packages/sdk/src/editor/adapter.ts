import type { Draft, Span } from '@qianshao/rules-core'

/** A span and what shall stand there. */
export interface Edit {
  span: Span
  text: string
}

/**
 * An editor as 前哨 sees it. The panel, the marks, the guard and the outbox rely on nothing else; `editorContract` of
 * `@qianshao/sdk/testing` says in runnable form what each method owes.
 */
export interface EditorAdapter {
  /** `changed`: looks like the editor, but is not recognised; `unknown`: no editor here. */
  probe(): 'ready' | 'changed' | 'unknown'
  /** What would be published now. Called on every pause and at every attempt to publish, so it must be quick. */
  read(): Draft
  /** Calls `notify` after each change of anything that `read` returns, until the signal aborts. */
  onChange(notify: () => void, signal: AbortSignal): void
  /** Where a span of the last `read` stands in the page; empty if it cannot be told. Absent: plain fields, see `field`. */
  ranges?(span: Span): readonly Range[]
  /** The plain field that shows a block, and where in its value the block begins; its marks are drawn over the field. */
  field?(blockId: string): { element: HTMLInputElement | HTMLTextAreaElement; offset: number } | undefined
  /** Scrolls to the span and puts the caret there. */
  reveal(span: Span): void
  /** Replaces a span of the last `read` as one undo step. Absent or false: nothing was changed, the fix is shown to be copied. */
  replace?(span: Span, text: string): boolean
  /**
   * Replaces many spans of the last `read`, in the order of the text, as one undo step. Absent or false: nothing was changed, and each is
   * replaced by itself. An editor with a model of its own does this in one transaction.
   */
  replaceAll?(edits: readonly Edit[]): boolean
  /** The controls that publish, save-as-draft not among them. What the guard stands in front of, and never restyles. */
  publishControls(): Iterable<Element>
}
