import { contentEditableEditor, type EditorAdapter, textareaEditor } from '@qianshao/sdk'
import { all, asText, first, label } from '../lookup.ts'
import type { Found } from '../site.ts'

/** Class names are hashed and change with each front end; placeholders, texts and the `woo-` kit have outlived both. */
const SELECTORS = {
  post: [
    'textarea[placeholder="有什么新鲜事想分享给大家？"]',
    'textarea[placeholder^="有什么新鲜事"]',
    'textarea[class*="_input_"]',
    'textarea[class*="Form_input_"]',
    '#homeWrap textarea',
  ],
  sendButton: 'button.woo-button-primary, button[class*="woo-button-primary"]',
  /** What a changed composer would be written in. */
  writable: '[contenteditable="true"], [contenteditable=""], textarea',
  articleBody: [
    'div.ProseMirror[contenteditable="true"]',
    '.WBEditor [contenteditable="true"]',
    '[class*="WBEditor"][contenteditable="true"]',
  ],
  articleTitle: ['textarea[placeholder="请输入标题"]', 'textarea[placeholder*="标题"]'],
  articleLead: ['textarea[placeholder="导语（选填）"]', 'textarea[placeholder^="导语"]'],
  articleModal: ['.publish-modal', '.woo-dialog-main', '[role="dialog"]'],
} as const

/** Comments say 评论 and reposts 转发 on the same kind of button; those are no business of ours. */
const SENDS = /^(?:发送|发布|发微博)$/
const NOT_A_POST = /评论|回复|转发|私信/
const PUBLISHES_ARTICLE = /^(?:发布|定时发布|确认发布)$/

/** The composer's parts are a few levels apart in both front ends; a whole feed is further away. */
const COMPOSER_DEPTH = 10

/** Long articles (头条文章) have an editor and a host of their own. */
const ARTICLES = 'card.weibo.com'

const EMOJI = 'img[alt^="["][alt$="]"]'

export function findWeiboEditors(page: Document, address: URL): Found {
  return address.hostname === ARTICLES ? findArticle(page) : findComposers(page)
}

export function unrecognisedWeiboEditor(page: Document, address: URL): EditorAdapter {
  return contentEditableEditor(() => undefined, {
    publish: () => (address.hostname === ARTICLES ? articleControls(page) : sendButtons(page)),
    meta: { surface: 'weibo' },
    looksFamiliar: () => true,
  })
}

// Each composer is checked for itself: the one in the page and the one that opens over it stand side by side.
function findComposers(page: Document): Found {
  const editors = all(page, SELECTORS.post).flatMap((field) => {
    const composer = field instanceof HTMLTextAreaElement ? composerOf(field) : undefined
    return composer ? [{ root: composer, open: () => composerEditor(field as HTMLTextAreaElement, composer) }] : []
  })
  if (editors.length > 0) return { state: 'ready', editors }
  return sendButtons(page).some(standsByWriting) ? { state: 'changed' } : { state: 'none' }
}

function composerEditor(field: HTMLTextAreaElement, composer: Element): EditorAdapter {
  return textareaEditor(field, { publish: () => sendButtons(composer), meta: { surface: 'weibo' }, looksFamiliar: () => true })
}

/** The nearest element around a field that also holds a button which sends a post. */
function composerOf(field: HTMLTextAreaElement): Element | undefined {
  if (NOT_A_POST.test(field.placeholder)) return undefined
  let around = field.parentElement
  for (let depth = 0; around && depth < COMPOSER_DEPTH; depth += 1, around = around.parentElement) {
    // A primary button that says something else belongs to a comment or a repost.
    if (around.querySelector(SELECTORS.sendButton)) return sendButtons(around).length > 0 ? around : undefined
  }
  return undefined
}

function sendButtons(root: ParentNode): Element[] {
  return [...root.querySelectorAll(SELECTORS.sendButton)].filter((button) => SENDS.test(label(button)))
}

function standsByWriting(button: Element): boolean {
  let around = button.parentElement
  for (let depth = 0; around && depth < COMPOSER_DEPTH; depth += 1, around = around.parentElement) {
    const written = around.querySelector(SELECTORS.writable)
    if (written) return !NOT_A_POST.test(written.getAttribute('placeholder') ?? '')
  }
  return false
}

function findArticle(page: Document): Found {
  const body = first(page, SELECTORS.articleBody)
  if (!body) return { state: 'changed' }
  const open = () =>
    contentEditableEditor(() => (body.isConnected ? body : undefined), {
      fields: { title: () => first(page, SELECTORS.articleTitle), summary: () => first(page, SELECTORS.articleLead) },
      publish: () => articleControls(page),
      meta: { surface: 'weibo' },
      asText: asText(EMOJI),
      looksFamiliar: () => true,
    })
  return { state: 'ready', editors: [{ root: body, open }] }
}

function articleControls(page: Document): Element[] {
  return all(page, SELECTORS.articleModal).flatMap((modal) =>
    [...modal.querySelectorAll('button')].filter((button) => PUBLISHES_ARTICLE.test(label(button))),
  )
}
