import { ruleFor } from '../../sites/outgoing.ts'
import type { Decide, Outgoing } from './decide.ts'
import { type Body, decodeAtOnce, decodeBody } from './decode-body.ts'
import type { Natives, PageWindow } from './natives.ts'

interface Opened {
  method: string
  address: string
  waits: boolean
  contentType: string | null
}

/**
 * Puts a hold in front of `XMLHttpRequest.send`. While held, nothing leaves; a held request that may not go ends as a
 * network error, which every page is prepared for.
 */
export function guardXhr(page: PageWindow, natives: Natives, decide: Decide): void {
  const opened = new WeakMap<XMLHttpRequest, Opened>()
  const held = new WeakSet<XMLHttpRequest>()
  const proto = page.XMLHttpRequest.prototype

  proto.open = new Proxy(natives.open, {
    apply(open, self: XMLHttpRequest, args: [string, string | URL, boolean?, string?, string?]) {
      held.delete(self)
      opened.set(self, {
        method: String(args[0]),
        address: String(args[1]),
        waits: args.length > 2 && args[2] === false,
        contentType: null,
      })
      return Reflect.apply(open, self, args)
    },
  })

  proto.setRequestHeader = new Proxy(natives.setRequestHeader, {
    apply(setHeader, self: XMLHttpRequest, args: [string, string]) {
      const request = opened.get(self)
      if (request && /^content-type$/i.test(String(args[0]))) request.contentType = String(args[1])
      return Reflect.apply(setHeader, self, args)
    },
  })

  // A page that gives up while we decide must not be sent for.
  proto.abort = new Proxy(natives.abort, {
    apply(abort, self: XMLHttpRequest, args: []) {
      held.delete(self)
      return Reflect.apply(abort, self, args)
    },
  })

  proto.send = new Proxy(natives.send, {
    apply(send, self: XMLHttpRequest, args: [Body?]) {
      const request = opened.get(self)
      const found = request && ruleFor(request.method, request.address, page.document.baseURI)
      if (!request || !found) return Reflect.apply(send, self, args)
      if (found.rule.act === 'save') return watchSave(self, { ...found, fields: {}, via: 'xhr' }, args[0], request)
      if (request.waits) {
        decide.refuse({ ...found, fields: decodeAtOnce(args[0], request.contentType) ?? {}, via: 'xhr' })
        throw new page.DOMException('Failed to execute send on XMLHttpRequest.', 'NetworkError')
      }
      if (held.has(self)) throw new page.DOMException('The request is already being sent.', 'InvalidStateError')
      held.add(self)
      void hold(self, { ...found, fields: {}, via: 'xhr' }, args[0], request)
      return undefined
    },
  })

  async function hold(self: XMLHttpRequest, outgoing: Outgoing, body: Body, { contentType }: Opened): Promise<void> {
    const pass = await decide.mayGo({ ...outgoing, fields: await decodeBody(body, contentType) })
    if (!held.delete(self)) return
    if (pass) natives.send.call(self, body)
    else failAsNetworkError(self)
  }

  function watchSave(self: XMLHttpRequest, outgoing: Outgoing, body: Body, { contentType }: Opened): void {
    const fields = decodeBody(body, contentType)
    natives.addEventListener.call(self, 'load', async () => {
      if (self.status >= 200 && self.status < 300) decide.saved({ ...outgoing, fields: await fields }, answerOf(self))
    })
    natives.send.call(self, body)
  }

  // An address of nothing, inside the browser: every listener of the page runs as for a lost connection, and no byte leaves.
  function failAsNetworkError(self: XMLHttpRequest): void {
    natives.open.call(self, 'GET', `blob:${page.location.origin}/00000000-0000-4000-8000-000000000000`, true)
    natives.send.call(self, null)
  }
}

function answerOf(request: XMLHttpRequest): unknown {
  if (request.responseType === 'json') return request.response
  if (request.responseType !== '' && request.responseType !== 'text') return undefined
  try {
    return JSON.parse(request.responseText)
  } catch {
    // An answer that is no JSON says nothing about the draft's number: the number of the request counts.
    return undefined
  }
}
