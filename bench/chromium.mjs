// The browser that tests use as well, with a page of our own served to it.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

export const hasChromium = () => existsSync(CHROMIUM)

export const launchChromium = () => chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false, args: ['--disable-gpu'] })

/** Serves files by their path to this computer; `/` is the page. */
export async function serve(files) {
  const types = { js: 'text/javascript', json: 'application/json', css: 'text/css' }
  const server = createServer(({ url }, response) => {
    const body = files[url]
    if (body === undefined) {
      response.statusCode = 404
      response.end()
      return
    }
    response.setHeader('content-type', `${types[url.split('.')[1]] ?? 'text/html'}; charset=utf-8`)
    response.end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
