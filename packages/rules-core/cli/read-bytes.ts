import { readFile } from 'node:fs/promises'
import { UnusableInput } from './read-draft.ts'

/** A whole file. Throws UnusableInput where there is none. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw new UnusableInput(`${file}：没有这个文件`)
    if (cause instanceof Error && 'code' in cause && cause.code === 'EISDIR')
      throw new UnusableInput(`${file}：这是文件夹，请指明里面的文件`)
    throw cause
  }
}
