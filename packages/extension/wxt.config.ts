import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { hosts } from './sites/hosts.ts'

export default defineConfig({
  imports: false,
  outDir: '.output',
  // No browser is ever started by the build.
  webExt: { disabled: true },
  manifest: {
    name: '前哨',
    description: '发布前检查：在微信公众平台和微博发布页，按本地区的文件检查稿件。稿件只在本机检查，不上传。',
    permissions: ['storage', 'alarms'],
    host_permissions: hosts.map((host) => `https://${host}/*`),
    // The office's own endpoint, asked for when its address is entered in the options page.
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    // The first with content scripts in the page's own world.
    minimum_chrome_version: '111',
    action: { default_title: '前哨' },
  },
  hooks: {
    // Packs are files beside the code, so that a page loads only its own chain, through the background.
    'build:publicAssets': (_, files) => {
      const folder = packFolder()
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.pack.json'))) {
        files.push({ absoluteSrc: join(folder, name), relativeDest: `packs/${name}` })
      }
    },
  },
  vite: () => ({
    plugins: [preact()],
    resolve: { conditions: ['qianshao-source', 'module', 'browser', 'import', 'default'] },
  }),
})

function packFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('@qianshao/rules-core/packs/cn'))
  } catch (cause) {
    throw new Error('extension: the packs are not built; run `pnpm build:packs` first', { cause })
  }
}
