import type { EditorAdapter } from './adapter.ts'
import { type EditorOptions, editorOver } from './editor-over.ts'
import { placeRich } from './placed-draft.ts'
import { watchElement } from './watch-element.ts'

/** Rich text in a frame of the same origin. `inside` finds the edited element in the frame's document; its body if absent. */
export function framedEditor(
  frame: HTMLIFrameElement | (() => HTMLIFrameElement | null | undefined),
  options: EditorOptions & { inside?: (page: Document) => HTMLElement | null },
): EditorAdapter {
  const element = () => {
    const found = typeof frame === 'function' ? frame() : frame
    return found?.isConnected ? found : undefined
  }
  const body = () => {
    const page = element()?.contentDocument
    return (page && (options.inside ? options.inside(page) : page.body)) ?? undefined
  }
  return editorOver(
    body,
    options,
    (root, fields, meta) => placeRich(root, fields, meta, options.asText),
    (notify, signal) => {
      let inner = new AbortController()
      // Some editors rewrite the frame after load; the body that was watched is then gone, so each load starts anew.
      const watchBody = () => {
        inner.abort()
        inner = new AbortController()
        const root = body()
        if (root) watchElement(root, options.fields ?? {}, notify, inner.signal)
      }
      watchBody()
      element()?.addEventListener(
        'load',
        () => {
          watchBody()
          notify()
        },
        { signal },
      )
      signal.addEventListener('abort', () => inner.abort(), { once: true })
    },
  )
}
