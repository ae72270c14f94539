import type { Fields } from '../../sites/outgoing.ts'

/** Any body that `fetch`, `XMLHttpRequest` or `sendBeacon` takes, apart from streams: those are read through a Request. */
export type Body = XMLHttpRequestBodyInit | Document | null | undefined

/**
 * The named fields of a request body: urlencoded, multipart, FormData, URLSearchParams or a JSON object.
 * What cannot be read gives no fields; the text then counts as unknown, never as empty.
 */
export async function decodeBody(body: Body, contentType: string | null): Promise<Fields> {
  const atOnce = decodeAtOnce(body, contentType)
  if (atOnce) return atOnce
  if (body instanceof Blob) return readBytes(await body.arrayBuffer(), contentType ?? body.type)
  if (body instanceof ArrayBuffer) return readBytes(body, contentType)
  if (ArrayBuffer.isView(body)) return readBytes(new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice().buffer, contentType)
  return {}
}

/** The same for bodies that can be read without waiting; undefined for the others. */
export function decodeAtOnce(body: Body, contentType: string | null): Fields | undefined {
  if (body === null || body === undefined) return {}
  if (typeof body === 'string') return decodeText(body, contentType)
  if (body instanceof URLSearchParams) return fromPairs(body)
  if (body instanceof FormData) return fromPairs(body)
  return undefined
}

function readBytes(bytes: ArrayBuffer, contentType: string | null): Fields {
  return decodeText(new TextDecoder().decode(bytes), contentType)
}

function decodeText(text: string, contentType: string | null): Fields {
  const boundary = /multipart\/form-data;.*?boundary="?([^";,]+)"?/i.exec(contentType ?? '')?.[1]
  if (boundary) return decodeMultipart(text, boundary)
  if (/json/i.test(contentType ?? '') || /^\s*\{/.test(text)) return decodeJson(text)
  return fromPairs(new URLSearchParams(text))
}

function decodeJson(text: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Looks like JSON and is none: unreadable, so no field is known.
    return {}
  }
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, typeof member === 'string' ? member : JSON.stringify(member)]),
  )
}

/** RFC 7578: parts between boundary lines, each with headers, an empty line and a value. Files are left out. */
function decodeMultipart(text: string, boundary: string): Fields {
  const fields: Record<string, string> = {}
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const [, head, value] = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*?)\r?\n$/.exec(part) ?? []
    if (head === undefined || value === undefined || /filename\*?=/i.test(head)) continue
    const name = /name="([^"]*)"/i.exec(head)?.[1]
    if (name !== undefined) fields[name] ??= value
  }
  return fields
}

// Of several equal names the first counts.
function fromPairs(pairs: Iterable<[string, FormDataEntryValue]>): Fields {
  const fields: Record<string, string> = {}
  for (const [name, value] of pairs) {
    if (typeof value === 'string') fields[name] ??= value
  }
  return fields
}
