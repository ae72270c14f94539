/** A page's functions as they were before any script of the page ran; the gate never calls the current ones. */
export interface Natives {
  fetch: typeof fetch
  Request: typeof Request
  Response: typeof Response
  FormData: typeof FormData
  open: XMLHttpRequest['open']
  send: XMLHttpRequest['send']
  abort: XMLHttpRequest['abort']
  setRequestHeader: XMLHttpRequest['setRequestHeader']
  sendBeacon: Navigator['sendBeacon']
  submit: HTMLFormElement['submit']
  requestSubmit: HTMLFormElement['requestSubmit']
  addEventListener: EventTarget['addEventListener']
  dispatchEvent: EventTarget['dispatchEvent']
  setTimeout: typeof setTimeout
  clearTimeout: typeof clearTimeout
}

/** The window that a script runs in, with the constructors that `Window` does not name. */
export type PageWindow = Window & typeof globalThis

export function takeNatives(page: PageWindow): Natives {
  const xhr = page.XMLHttpRequest.prototype
  const form = page.HTMLFormElement.prototype
  return {
    fetch: page.fetch,
    Request: page.Request,
    Response: page.Response,
    FormData: page.FormData,
    open: xhr.open,
    send: xhr.send,
    abort: xhr.abort,
    setRequestHeader: xhr.setRequestHeader,
    sendBeacon: page.Navigator.prototype.sendBeacon,
    submit: form.submit,
    requestSubmit: form.requestSubmit,
    addEventListener: page.EventTarget.prototype.addEventListener,
    dispatchEvent: page.EventTarget.prototype.dispatchEvent,
    setTimeout: page.setTimeout,
    clearTimeout: page.clearTimeout,
  }
}
