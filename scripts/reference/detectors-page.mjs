// detectors.md, for developers: what each detector looks at, its options, and the comment above its definition.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtInDetectors } from '../../packages/rules-core/dist/index.js'
import { toJSONSchema } from '../../packages/rules-core/node_modules/zod/mini/index.js'
import { packs } from './packs.mjs'

const folder = fileURLToPath(new URL('../../packages/rules-core/src/detectors/', import.meta.url))

export function detectorsPage() {
  const parts = builtInDetectors.map(({ name, sees, options }) => {
    const schema = toJSONSchema(options, { io: 'input' })
    const users = packs.flatMap((pack) => (pack.rules ?? []).filter((rule) => rule.detector === name).map((rule) => `\`${rule.id}\``))
    return [
      `## ${name}`,
      '',
      describe(name),
      '',
      `Looks at ${sees === 'text' ? 'the text of one block' : 'the whole draft'}. Used by: ${[...new Set(users)].join(', ') || 'no rule of the shipped packs'}.`,
      '',
      '```json',
      JSON.stringify({ properties: schema.properties ?? {}, required: schema.required ?? [] }, null, 2),
      '```',
    ].join('\n')
  })
  return `# Detectors\n\nCode that finds something in text and knows no law. A rule names one and gives it options.\n\n${parts.join('\n\n')}\n`
}

function describe(name) {
  const file = readdirSync(folder).find(
    (one) => !one.endsWith('.test.ts') && readFileSync(folder + one, 'utf8').includes(`name: '${name}'`),
  )
  const comment = /\/\*\*((?:(?!\/\*\*)[\s\S])*?)\*\/\s*export const \w+ = define/.exec(readFileSync(folder + file, 'utf8'))?.[1] ?? ''
  return comment
    .replace(/^\s*\*\s?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}
