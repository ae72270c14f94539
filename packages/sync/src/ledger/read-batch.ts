import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { limits } from '@qianshao/rules-core'
import { Refused } from '../problem.ts'

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip)
const LF = 0x0a

/** The plain bytes of a body, inflated with a cap; a bomb stops at the cap (protocol.md §4.2). */
export async function plainBody(body: Uint8Array, encoding: 'identity' | 'gzip'): Promise<Uint8Array> {
  if (encoding === 'identity') return body
  try {
    return await inflate(body, { maxOutputLength: limits.inflatedBytes })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('too-large', '解压后超过 1 MiB，请分成几次发送。')
    if (typeof code === 'string' && code.startsWith('Z_')) throw new Refused('malformed-batch', '压缩的内容解不开，请重新发送。')
    throw error
  }
}

/** The lines of a batch, as bytes, without their line ends. */
export function splitLines(plain: Uint8Array): Uint8Array[] {
  if (plain.byteLength > limits.batchBytes) throw new Refused('too-large', '一批最多 256 KiB，请分成几次发送。')
  if (plain.at(-1) !== LF) throw new Refused('malformed-batch', '一批里至少有一条，每条以换行结尾。')
  const lines: Uint8Array[] = []
  for (let start = 0; start < plain.byteLength; ) {
    const end = plain.indexOf(LF, start)
    lines.push(plain.subarray(start, end))
    if (lines.length > limits.batchLines) throw new Refused('too-large', '一批最多 200 条，请分成几次发送。')
    start = end + 1
  }
  return lines
}
