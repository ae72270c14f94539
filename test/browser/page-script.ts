import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'

/** Bundles a page's script from source, as a vendor's bundler would. */
export async function bundlePage(name: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['qianshao-source'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    logLevel: 'error',
  })
  return result.outputFiles[0]!.text
}

export interface PageServer {
  url: string
  /** Bodies that were posted to `/publish`. */
  published: string[]
  close(): Promise<void>
}

/** A page with this markup and script under a strict policy: no inline style, no inline script, no foreign host. */
export async function servePage(markup: string, script: string): Promise<PageServer> {
  const published: string[] = []
  const server: Server = createServer((request, response) => {
    if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      response.end(script)
    } else if (request.url === '/page.css') {
      response.setHeader('content-type', 'text/css')
      response.end(
        'body{margin:0;background:#fff;font:16px/1.8 sans-serif}main{width:640px;padding:24px}.editor{min-height:120px;border:1px solid #ccc}.roomy{margin-left:40px}.short{height:160px;min-height:0;overflow:auto}footer{position:fixed;bottom:0;left:0;right:0;height:56px;background:#eee}',
      )
    } else if (request.url === '/publish' && request.method === 'POST') {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        published.push(body)
        response.end('ok')
      })
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader(
        'content-security-policy',
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; require-trusted-types-for 'script'",
      )
      response.end(
        `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="stylesheet" href="/page.css"><title>写稿</title></head><body>${markup}<script src="/page.js"></script></body></html>`,
      )
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    published,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromiumSandbox: false, args: ['--disable-gpu'] })
}
