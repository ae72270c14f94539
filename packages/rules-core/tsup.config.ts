import { defineConfig, type Options } from 'tsup'

const common: Options = { target: 'es2022', sourcemap: false, splitting: false, treeshake: true }

export default defineConfig([
  { ...common, entry: { index: 'src/index.ts' }, format: ['esm', 'cjs'], dts: true },
  {
    ...common,
    entry: { testing: 'src/testing/drafts.ts', html: 'cli/parse-html.ts', sheets: 'cli/read-sheets.ts' },
    format: ['esm'],
    dts: true,
  },
  {
    ...common,
    entry: { qianshao: 'cli/qianshao.ts' },
    outDir: 'dist/cli',
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    noExternal: [/.*/],
    esbuildOptions: (options) => {
      options.conditions = ['qianshao-source', 'module', 'import', 'default']
    },
  },
])
