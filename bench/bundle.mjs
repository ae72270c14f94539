// Bundles from source what is measured, with the options of the shipped builds: what is in the tree is timed, not what was built last.
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('..', import.meta.url))

const COMMON = {
  bundle: true,
  target: 'es2022',
  conditions: ['qianshao-source'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'error',
}

/** Our own measuring modules still know where they were written, so that they find the texts beside them. */
const writtenPlace = {
  name: 'written-place',
  setup({ onLoad }) {
    onLoad({ filter: /(?:bench|corpus)[\\/][^.]*\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(', import.meta.url)', `, ${JSON.stringify(pathToFileURL(path).href)})`),
    }))
  },
}

/** A program for Node. `outside` stay imports: the peers are measured as they are published. */
export async function bundleForNode(entry, outfile, outside) {
  await build({
    ...COMMON,
    entryPoints: [root + entry],
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: outside,
    plugins: [writtenPlace],
  })
}

/** A script for a page, as a vendor's bundler makes it: its text. `source` is TypeScript whose imports are seen from bench/. */
export async function bundleForPage(source, { format = 'iife', external = [], globalName } = {}) {
  const { outputFiles } = await build({
    ...COMMON,
    stdin: { contents: source, resolveDir: `${root}bench`, loader: 'ts' },
    format,
    minify: true,
    external,
    globalName,
    write: false,
  })
  return outputFiles[0].text
}
