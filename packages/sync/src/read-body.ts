import { Refused } from './problem.ts'

/** The body's bytes, or a `too-large` refusal as soon as more than `most` bytes have come. */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks, length)
    length += value.byteLength
    if (length > most) {
      await reader.cancel()
      throw tooLarge(most)
    }
    chunks.push(value)
  }
}

function tooLarge(most: number): Refused {
  return new Refused('too-large', `一次最多发送 ${Math.floor(most / 1024)} KiB，请分成几次发送。`)
}
