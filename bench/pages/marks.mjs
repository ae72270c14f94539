// The page of the marks suite: an editable text, with the sdk attached as a vendor attaches it, or without it.
import { createChecker, loadPack } from '@qianshao/rules-core'
import { attach, contentEditableEditor, openDevice, pageClock } from '@qianshao/sdk'

/** The pause after the last key, which is meant and not work, is left out; longer waits, such as the panel's, stay. */
const PAUSE_MS = 150
const hastyClock = { ...pageClock, after: (wait, run, signal) => pageClock.after(wait <= PAUSE_MS ? 0 : wait, run, signal) }

const body = document.querySelector('#body')
let attachment
let onMarks = () => {}

Object.assign(window, {
  write(paragraphs) {
    body.replaceChildren(
      ...paragraphs.map((text) => {
        const paragraph = document.createElement('p')
        paragraph.textContent = text
        return paragraph
      }),
    )
  },
  /** The caret into the middle of a paragraph near the middle of the window. */
  place() {
    body.focus()
    const paragraph = document.elementFromPoint(300, innerHeight / 2).closest('p')
    getSelection().collapse(paragraph.firstChild, paragraph.firstChild.length >> 1)
  },
  async start(packs) {
    // Each painting of marks puts its highlights into the registry.
    const set = HighlightRegistry.prototype.set
    HighlightRegistry.prototype.set = function (...given) {
      onMarks()
      return set.apply(this, given)
    }
    const device = await openDevice({ name: '测速', host: `page:${location.origin}`, database: 'bench', clock: hastyClock })
    attachment = attach(contentEditableEditor(body, { publish: '#publish' }), {
      checker: createChecker(packs.map((text) => loadPack(JSON.parse(text)))),
      account: 'web:www.example.gov.cn',
      person: 'per_AAAAAAAAAAAAAAAAAAAAAA',
      outbox: device.outbox,
      redactor: device.redactor,
      clock: hastyClock,
    })
  },
  openPanel: () => attachment.open(),
  found: () => attachment.verdict.value?.findings.length ?? 0,
  /** `painted` will answer the milliseconds from the next key to the frame that shows its marks, or without an sdk to the frame after the key. */
  expectKey() {
    window.painted = new Promise((resolve) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const shown = () => afterFrame(() => resolve(performance.now() - timeStamp))
          if (!attachment) {
            requestAnimationFrame(shown)
            return
          }
          onMarks = () => {
            onMarks = () => {}
            shown()
          }
        },
        { capture: true, once: true },
      )
    })
  },
})

/** A message that is sent inside of a frame's callbacks arrives after the frame was laid out and painted. */
function afterFrame(run) {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = run
  port2.postMessage(0)
}
