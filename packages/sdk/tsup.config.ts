import { defineConfig, type Options } from 'tsup'

// Vendors load one file or one import; rules-core comes along, so that its version and the panel's always fit.
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
    noExternal: ['@qianshao/rules-core'],
    dts: { resolve: ['@qianshao/rules-core'] },
    clean: true,
  },
  {
    ...common,
    entry: { testing: 'src/testing/index.ts' },
    format: ['esm'],
    noExternal: ['@qianshao/rules-core'],
    external: ['vitest'],
    dts: { resolve: ['@qianshao/rules-core'] },
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
