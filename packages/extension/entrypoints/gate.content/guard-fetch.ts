import { ruleFor } from '../../sites/outgoing.ts'
import type { Decide, Outgoing } from './decide.ts'
import { type Body, decodeBody } from './decode-body.ts'
import type { Natives, PageWindow } from './natives.ts'

type FetchArgs = Parameters<Natives['fetch']>

/** Puts a hold in front of `fetch`. A held call rejects as an aborted one does; all others go straight through. */
export function guardFetch(page: PageWindow, natives: Natives, decide: Decide): void {
  page.fetch = new Proxy(natives.fetch, {
    apply(fetch, self, args: FetchArgs) {
      const [input, init] = args
      const isRequest = input instanceof page.Request
      const found = ruleFor(
        init?.method ?? (isRequest ? input.method : 'GET'),
        isRequest ? input.url : String(input),
        page.document.baseURI,
      )
      if (!found) return Reflect.apply(fetch, self, args)
      return send(found, args)
    },
  })

  async function send({ rule, query }: Pick<Outgoing, 'rule' | 'query'>, args: FetchArgs): Promise<Response> {
    const { fields, request } = await readRequest(args, natives)
    const outgoing: Outgoing = { rule, query, fields, via: 'fetch' }
    if (rule.act === 'publish' && !(await decide.mayGo(outgoing))) {
      throw new page.DOMException('The user aborted a request.', 'AbortError')
    }
    const response = await natives.fetch.call(page, ...request)
    if (rule.act === 'save' && response.ok) decide.saved(outgoing, await answerOf(response))
    return response
  }
}

// A body of a Request or a stream can be read once only, so it is read from a clone.
async function readRequest(args: FetchArgs, natives: Natives) {
  const [input, init] = args
  const isStream = typeof ReadableStream === 'function' && init?.body instanceof ReadableStream
  if (!(input instanceof natives.Request && init?.body === undefined) && !isStream) {
    const contentType = new Headers(init?.headers).get('content-type')
    return { fields: await decodeBody(init?.body as Body, contentType), request: args }
  }
  const request = new natives.Request(input, init)
  const bytes = await request.clone().arrayBuffer()
  return { fields: await decodeBody(bytes, request.headers.get('content-type')), request: [request] as FetchArgs }
}

async function answerOf(response: Response): Promise<unknown> {
  try {
    return await response.clone().json()
  } catch {
    // An answer that is no JSON says nothing about the draft's number: the number of the request counts.
    return undefined
  }
}
