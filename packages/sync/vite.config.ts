import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

/** The dashboard: one page, its script and its style, all from the endpoint itself. */
export default defineConfig({
  root: 'src/dashboard',
  plugins: [preact({ prefreshEnabled: false })],
  resolve: { conditions: ['qianshao-source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    // The page's policy allows no inline code and no data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
})
