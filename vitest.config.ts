import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const conditions = ['qianshao-source', 'module', 'import', 'default']
const resolve = { conditions }
const ssr = { resolve: { conditions, externalConditions: conditions } }

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        resolve,
        ssr,
        test: {
          name: 'unit',
          // Property tests do real work, and machines of CI are busy.
          testTimeout: 30_000,
          include: [
            'packages/*/{src,cli,sites,entrypoints}/**/*.test.{ts,tsx}',
            'packages/*/*.test.ts',
            'test/**/*.test.ts',
            'examples/*/*.test.ts',
          ],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'pictures',
          include: ['test/pictures/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.spec.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
