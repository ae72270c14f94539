import { cpSync } from 'node:fs'
import { defineConfig } from 'tsup'

/** The server and the command, for Node 20. Our own packages go in, libsql stays out: it has a binary part. */
export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'node',
  dts: { entry: { index: 'src/index.ts' } },
  clean: true,
  noExternal: [/^@qianshao\//],
  external: ['libsql'],
  esbuildOptions(options) {
    options.conditions = ['qianshao-source']
  },
  async onSuccess() {
    cpSync('src/store/migrations', 'dist/migrations', { recursive: true })
  },
})
