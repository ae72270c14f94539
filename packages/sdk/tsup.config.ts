import { defineConfig, type Options } from 'tsup'

// The modules leave rules-core outside, as any dependency: a page that makes its checker with it has the engine once. The single script has it inside.
const common: Options = {
  target: 'es2022',
  minify: true,
  treeshake: true,
  esbuildOptions(options) {
    options.conditions = ['qianshao-source']
    options.jsx = 'automatic'
    options.jsxImportSource = 'preact'
  },
}

export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    clean: true,
  },
  {
    ...common,
    entry: { testing: 'src/testing/index.ts' },
    format: ['esm'],
    external: ['vitest'],
    dts: true,
  },
  {
    ...common,
    entry: { index: 'src/global.ts' },
    format: ['iife'],
    globalName: 'Qianshao',
    noExternal: [/.*/],
    outExtension: () => ({ js: '.global.js' }),
  },
])
