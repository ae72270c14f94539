// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { type GateMessage, openGateSide, openSitesSide } from './page-channel.ts'

const question: GateMessage = { type: 'question', id: 1, via: 'fetch', texts: [{ plain: '今天植树' }], scheduled: false, refused: false }
const natives = { addEventListener: EventTarget.prototype.addEventListener, dispatchEvent: EventTarget.prototype.dispatchEvent }

test.each(['gate', 'sites'] as const)('both sides meet when the %s side starts first', (firstSide) => {
  const page = document.implementation.createHTMLDocument()
  const heard = vi.fn()
  const ordered = vi.fn()
  let gate: ReturnType<typeof openGateSide> | undefined
  if (firstSide === 'gate') gate = openGateSide(page, natives, ordered)
  gate?.say(question)
  const sites = openSitesSide(page, heard)
  gate ??= openGateSide(page, natives, ordered)
  if (firstSide === 'sites') gate.say(question)

  expect(heard).toHaveBeenCalledWith(question)
  sites.order({ type: 'answer', id: 1, pass: false })
  expect(ordered).toHaveBeenCalledWith({ type: 'answer', id: 1, pass: false })
})

test('a page that greets the gate later is not listened to', () => {
  const page = document.implementation.createHTMLDocument()
  const ordered = vi.fn()
  openGateSide(page, natives, ordered)
  openSitesSide(page, vi.fn())
  page.dispatchEvent(new CustomEvent('qianshao-hello', { detail: '0'.repeat(32) }))
  page.dispatchEvent(new CustomEvent(`qianshao-down-${'0'.repeat(32)}`, { detail: '{"type":"answer","id":1,"pass":true}' }))
  expect(ordered).not.toHaveBeenCalled()
})

test('a message of another shape is reported and not delivered', () => {
  const page = document.implementation.createHTMLDocument()
  const heard = vi.fn()
  const gate = openGateSide(page, natives, vi.fn())
  openSitesSide(page, heard)
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  gate.say({ ...question, secret: 1 } as GateMessage)
  expect(heard).not.toHaveBeenCalled()
  expect(complaint).toHaveBeenCalledOnce()
  complaint.mockRestore()
})
