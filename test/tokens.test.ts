import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../packages/${path}`, import.meta.url)), 'utf8')

// The panel, the extension's pages and the dashboard are built apart and share no style sheet; this keeps their colours the same.
const colours = new Map(
  [...read('sdk/src/panel/tokens.ts').matchAll(/^ {2}'?([a-z0-9-]+)'?: \['(#\w+)', '(#\w+)', '(#\w+)'\]/gm)].map(([, name, ...themes]) => [
    name!,
    themes.map((colour) => colour!.toLowerCase()),
  ]),
)

test.each(['extension/look/tokens.css', 'sync/src/dashboard/style/tokens.css'])(
  '%s has the colours of the panel in all three themes',
  (path) => {
    const css = read(path)
    const compared = [...colours].filter(([name]) => css.includes(`--qs-${name}: #`))
    expect(compared.length).toBeGreaterThan(20)
    for (const [name, themes] of compared) {
      const values = [...css.matchAll(new RegExp(`--qs-${name}: (#\\w+)`, 'g'))].map((match) => match[1]!.toLowerCase())
      expect([name, values]).toEqual([name, themes])
    }
  },
)
