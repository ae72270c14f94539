import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const ENGINE = ['@qianshao/rules-core']
const BROWSER = ['preact', 'preact/hooks', 'preact/jsx-runtime', '@preact/signals', 'zod']

// Each folder lists what it may import. Anything absent is a mistake, not a warning.
// A name without a scope or slash, in rules-core, is a neighbouring folder of src.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/rules-core/src/text': [],
  'packages/rules-core/src/draft': ['text'],
  'packages/rules-core/src/detectors': ['text', 'draft', 'zod'],
  'packages/rules-core/src/pack': ['text', 'draft', 'detectors', 'zod'],
  'packages/rules-core/src/check': ['text', 'draft', 'detectors', 'pack', 'version', 'zod'],
  'packages/rules-core/src/duties': ['text', 'draft', 'pack', 'zod'],
  'packages/rules-core/src/accounts': ['text', 'draft', 'pack', 'duties', 'zod'],
  'packages/rules-core/src/review': ['text', 'draft', 'pack', 'zod'],
  'packages/rules-core/src/ledger': ['text', 'draft', 'pack', 'check', 'duties', 'review', 'zod'],
  'packages/rules-core/cli': [...ENGINE, 'parse5', 'papaparse', 'read-excel-file', 'zod', 'node:'],
  'packages/sdk/src': [...ENGINE, ...BROWSER, 'idb', 'fuse.js', 'diff'],
  'packages/extension': [...ENGINE, ...BROWSER, '@qianshao/sdk', 'wxt', '#imports'],
  'packages/sync/src': [...ENGINE, 'hono', '@hono/node-server', 'libsql', 'write-excel-file', 'zod', 'node:'],
  'packages/sync/src/dashboard': [...ENGINE, ...BROWSER, 'fuse.js'],
  'examples/newsroom': [...ENGINE, '@qianshao/sdk', '@qianshao/sync', 'hono', '@hono/node-server', 'prosemirror-', 'node:'],
}

/** Folders whose own row of the table, not their parent's, speaks for them. */
const OWN_ROW = Object.keys(MAY_IMPORT)

describe('who may import whom', () => {
  test.each(Object.entries(MAY_IMPORT).filter(([folder]) => existsSync(join(root, folder))))('%s', (folder, allowed) => {
    const wrong = sourceFiles(folder).flatMap((file) =>
      foreignImports(file, folder)
        .filter((name) => !allowed.some((one) => isAllowed(name, one)))
        .map((name) => `${relative(root, file)} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('the engine knows no packs: a clause never appears in code', () => {
    const wrong = sourceFiles('packages/rules-core/src').filter((file) =>
      /\/packs\//.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')),
    )
    expect(wrong).toEqual([])
  })

  test('packs hold data only', () => {
    const code = files(join(root, 'packages/rules-core/packs')).filter((file) => !/\.(?:json|txt|md|d\.ts)$/.test(file))
    expect(code).toEqual([])
  })
})

describe('nothing is forgotten', () => {
  test('every detector is in the list and has a test', () => {
    const folder = join(root, 'packages/rules-core/src/detectors')
    const list = readFileSync(join(folder, 'index.ts'), 'utf8')
    const detectors = readdirSync(folder).filter(
      (file) => !file.endsWith('.test.ts') && /define(?:Text|Draft)Detector\(\{/.test(readFileSync(join(folder, file), 'utf8')),
    )
    expect(detectors.length).toBeGreaterThan(0)
    for (const file of detectors) {
      expect(list, `${file} is in detectors/index.ts`).toContain(`'./${file}'`)
      expect(existsSync(join(folder, file.replace('.ts', '.test.ts'))), `${file} has a test`).toBe(true)
    }
  })

  test('every site of the extension has its four files and is in the list', () => {
    const folder = join(root, 'packages/extension/sites')
    const list = readFileSync(join(folder, 'index.ts'), 'utf8')
    for (const site of readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())) {
      expect(readdirSync(join(folder, site))).toEqual(expect.arrayContaining(['editor.ts', 'page.html', 'site.test.ts', 'site.ts']))
      expect(list).toContain(`./${site}/site.ts`)
    }
  })

  test('every implementation of a port runs the contract of the port', () => {
    const tests = files(join(root, 'packages')).filter((file) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'))
    const texts = [...tests, ...files(join(root, 'test')).filter((file) => file.endsWith('.ts'))].map((file) => readFileSync(file, 'utf8'))
    for (const [contract, implementations] of [
      ['outboxStoreContract', ['memory-store', 'idb-store']],
      ['editorContract', ['textarea', 'contenteditable', 'framed']],
      ['storeContract', ['sqlite']],
    ] as const) {
      for (const implementation of implementations) {
        expect(
          texts.some((text) => text.includes(`${contract}(`) && text.toLowerCase().includes(implementation.replace('-store', ''))),
          `${implementation} runs ${contract}`,
        ).toBe(true)
      }
    }
  })

  test('the engine states the version of its package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/rules-core/package.json'), 'utf8'))
    expect(readFileSync(join(root, 'packages/rules-core/src/version.ts'), 'utf8')).toContain(`'${version}'`)
  })

  test('the lockfile names no address', () => {
    expect(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')).not.toContain('://')
  })
})

/** What a file imports from outside its folder: package names, and for relative imports the neighbouring folder. */
function foreignImports(file: string, folder: string): string[] {
  const names = ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)
  return names.flatMap((name) => {
    if (!name.startsWith('.')) return [name]
    const target = relative(join(root, folder), resolve(dirname(file), name))
    if (!target.startsWith('..')) return []
    const outside = relative(resolve(root, folder, '..'), resolve(dirname(file), name))
    return [outside.startsWith('..') ? relative(root, resolve(dirname(file), name)) : (outside.split('/')[0] ?? '').replace(/\.tsx?$/, '')]
  })
}

function isAllowed(name: string, allowed: string): boolean {
  return name === allowed || name.startsWith(`${allowed}/`) || (/[:-]$/.test(allowed) && name.startsWith(allowed))
}

function sourceFiles(folder: string): string[] {
  const others = OWN_ROW.filter((row) => row !== folder && row.startsWith(`${folder}/`)).map((row) => join(root, row))
  return files(join(root, folder)).filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test(?:-d)?\.tsx?$|\.d\.ts$|\.config\.ts$/.test(file) &&
      !file.includes('/testing/') &&
      !others.some((other) => file.startsWith(`${other}/`)),
  )
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.output', '.wxt', '.results'].includes(basename(entry.name))) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : [path]
  })
}
