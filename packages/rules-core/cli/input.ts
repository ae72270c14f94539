import { open } from 'node:fs/promises'
import { UnusableInput } from './read-draft.ts'

/** The lines of a file, or of standard input for `-`, one at a time: a long file never stands in memory. Each is strict UTF-8, or a reason why not. */
export async function* linesOf(file: string): AsyncGenerator<{ number: number; line: string } | { number: number; error: string }> {
  let number = 0
  for await (const bytes of rawLines(file)) {
    number += 1
    const line = decode(bytes)
    if (line === undefined) yield { number, error: '不是正确的 UTF-8 文字' }
    else if (line.trim() !== '') yield { number, line }
  }
}

/** A whole file as text. */
export async function readText(file: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of bytesOf(file)) chunks.push(chunk)
  const text = decode(Buffer.concat(chunks))
  if (text === undefined) throw new UnusableInput('不是 UTF-8 文字，请另存为 UTF-8 再检查')
  return text
}

const LF = 0x0a

async function* rawLines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of bytesOf(file)) {
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)])
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  if (file === '-') {
    for await (const chunk of process.stdin) yield chunk as Buffer
    return
  }
  const source = await openFile(file)
  try {
    for await (const chunk of source.createReadStream({ autoClose: false })) yield chunk as Buffer
  } catch (error) {
    if (isSystemError(error) && error.code === 'EISDIR') throw new UnusableInput('这是文件夹，请指明里面的文件')
    throw error
  } finally {
    await source.close()
  }
}

async function openFile(file: string) {
  try {
    return await open(file)
  } catch (error) {
    if (isSystemError(error))
      throw new UnusableInput(
        error.code === 'ENOENT' ? '没有这个文件' : error.code === 'EACCES' ? '没有权限读这个文件' : `打不开（${error.code}）`,
      )
    throw error
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
