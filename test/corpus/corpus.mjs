// Reads the labelled drafts of test/corpus: `tune` and `report` are for improving rules, `fresh` is only measured.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

/** @param {'tune' | 'report' | 'fresh' | 'fresh-2'} half */
export function readCorpus(half) {
  return readdirSync(`${here}${half}`)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(`${here}${half}/${file}`, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ group: file.replace('.jsonl', ''), ...JSON.parse(line) })),
    )
}
