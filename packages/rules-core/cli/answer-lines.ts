import { once } from 'node:events'
import { PackError } from '@qianshao/rules-core'
import { linesOf } from './input.ts'
import { UnusableInput } from './read-draft.ts'

/** Prints one answer a line; a line that cannot be used is told of on both outputs and the others go on. Answers the exit code: 2 if there was one. */
export async function answerLines(file: string, answer: (line: string) => object): Promise<number> {
  let unusable = false
  try {
    for await (const row of linesOf(file)) {
      try {
        if ('error' in row) throw new UnusableInput(row.error)
        await write(`${JSON.stringify(answer(row.line))}\n`)
      } catch (error) {
        if (!(error instanceof UnusableInput || error instanceof PackError)) throw error
        unusable = true
        const id = error instanceof UnusableInput ? error.id : undefined
        console.error(`${file} 第 ${row.number} 行：${error.message}`)
        await write(`${JSON.stringify({ id, error: error.message })}\n`)
      }
    }
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error
    throw new UnusableInput(`${file}：${error.message}`)
  }
  return unusable ? 2 : 0
}

/** Waits where the reader is slow. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
