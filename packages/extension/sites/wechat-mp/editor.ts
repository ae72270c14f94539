import { contentEditableEditor, type EditorAdapter, framedEditor } from '@qianshao/sdk'
import { all, asText, byArea, first, label } from '../lookup.ts'
import type { Found } from '../site.ts'

/** Ordered from the newest editor to the oldest; each list ends with what older versions had. */
const SELECTORS = {
  /** The model of the title; newer editors hide it behind a rich one that stays in step. */
  title: ['textarea#title', '#title', 'textarea.js_title'],
  visibleTitle: ['.title-editor__input .ProseMirror', '#js_title_main .title-editor-overlay .ProseMirror'],
  author: ['#author', 'input.js_author', 'input[name="author"]'],
  summary: ['#js_description', 'textarea.js_desc', 'textarea[name="digest"]', '#js_summary'],
  /** A picture post (贴图) writes here, and its article body stays empty. */
  pictureText: ['.share-text__input .ProseMirror[contenteditable="true"]'],
  body: [
    '.rich_media_content .ProseMirror[contenteditable="true"]',
    '.rich_media_content.ProseMirror[contenteditable="true"]',
    '#ueditor_0 .ProseMirror[contenteditable="true"]',
    '#js_ueditor .ProseMirror[contenteditable="true"]',
    '#edui1_iframeholder .ProseMirror[contenteditable="true"]',
  ],
  /** One variant keeps the body in an open shadow root under this element. */
  shadowHost: ['.edui-editor-iframeholder .editor-v-root', '.editor-v-root'],
  legacyFrame: ['iframe#ueditor_0', 'iframe[id^="ueditor_"]'],
  send: ['#js_send', '.mass_send'],
  dialogs: ['.new_mass_send_dialog', '.double_check_dialog', '.weui-desktop-dialog', '.dialog_wrp'],
  notBody: '.title-editor__input, .title-editor-overlay',
} as const

/** What a button of the publish dialogs says, in the two languages of the page. */
const PUBLISHES =
  /^(?:发表|继续发表|群发|继续群发|同意并发表|无需声明并发表|无需声明并群发|无声明并继续发表|Publish|ContinuetoPublish|Send)$/

const EMOJI = 'img.icon_emotion, img[class*="icon_emotion"], img[class*="emoji"][alt^="["]'

export function findWechatEditor(page: Document): Found {
  const body = findBody(page)
  if (body) return { state: 'ready', editors: [{ root: body, open: () => richEditor(page, body) }] }
  const frame = findLegacyFrame(page)
  if (frame) return { state: 'ready', editors: [{ root: frame, open: () => legacyEditor(page, frame) }] }
  return { state: 'changed' }
}

/**
 * Guards a page whose body was not found. It stands in front of the first control only: who has been warned there need not be warned
 * again in each dialog, and the request at the end is checked in any case.
 */
export function unrecognisedWechatEditor(page: Document): EditorAdapter {
  return contentEditableEditor(() => undefined, {
    publish: () => all(page, SELECTORS.send),
    meta: { surface: 'wechat' },
    looksFamiliar: () => true,
  })
}

function richEditor(page: Document, body: HTMLElement): EditorAdapter {
  return contentEditableEditor(() => (body.isConnected ? body : undefined), { ...optionsFor(page), looksFamiliar: () => true })
}

function legacyEditor(page: Document, frame: HTMLIFrameElement): EditorAdapter {
  return framedEditor(frame, {
    ...optionsFor(page),
    inside: (inner) => inner.querySelector<HTMLElement>('body[contenteditable="true"], body.view') ?? inner.body,
    looksFamiliar: () => true,
  })
}

function optionsFor(page: Document) {
  return {
    fields: {
      title: () => visible(first(page, SELECTORS.visibleTitle)) ?? first(page, SELECTORS.title),
      summary: () => first(page, SELECTORS.summary),
      author: () => first(page, SELECTORS.author),
    },
    publish: () => publishControls(page),
    meta: { surface: 'wechat' as const },
    asText: asText(EMOJI),
  }
}

function findBody(page: Document): HTMLElement | undefined {
  const roots: ParentNode[] = [page]
  for (const host of all(page, SELECTORS.shadowHost)) if (host.shadowRoot) roots.push(host.shadowRoot)
  const usable = (selectors: readonly string[]) =>
    byArea(roots.flatMap((root) => all(root, selectors)).filter((element) => !element.closest(SELECTORS.notBody)))
  return visible(usable(SELECTORS.pictureText)[0]) ?? usable(SELECTORS.body)[0]
}

function findLegacyFrame(page: Document): HTMLIFrameElement | undefined {
  const frames = all(page, SELECTORS.legacyFrame).filter((element): element is HTMLIFrameElement => element.localName === 'iframe')
  const editable = (frame: HTMLIFrameElement) => {
    const body = frame.contentDocument?.body
    return Boolean(body && (body.isContentEditable || body.matches('[contenteditable="true"], .view')))
  }
  return byArea(frames).find((frame) => editable(frame as HTMLIFrameElement)) as HTMLIFrameElement | undefined
}

function* publishControls(page: Document): Iterable<Element> {
  yield* all(page, SELECTORS.send)
  for (const dialog of all(page, SELECTORS.dialogs)) {
    for (const control of dialog.querySelectorAll('button, a, [role="button"]')) if (PUBLISHES.test(label(control))) yield control
  }
}

function visible(element: HTMLElement | undefined): HTMLElement | undefined {
  const size = element?.getBoundingClientRect()
  return size && size.width > 0 && size.height > 0 ? element : undefined
}
