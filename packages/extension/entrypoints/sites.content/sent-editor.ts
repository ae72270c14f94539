import type { Draft } from '@qianshao/rules-core'
import type { EditorAdapter } from '@qianshao/sdk'

/**
 * A text that is about to be sent and that no editor in the page shows, as something the panel can speak about: it can be read and
 * explained, not changed. Without it the panel would say of the editor's text what is not true of the text that goes out.
 */
export function sentEditor(draft: Draft): EditorAdapter {
  return {
    probe: () => 'ready',
    read: () => draft,
    // A request does not change any more; a new one is a new draft.
    onChange: () => undefined,
    // It stands nowhere in the page.
    reveal: () => undefined,
    // The editor stands in front of the controls; a text that has been sent must not hold back the next one.
    publishControls: () => [],
  }
}
