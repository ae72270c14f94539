import { defineContentScript } from 'wxt/utils/define-content-script'
import { rootFrame } from '../../root-frame.ts'
import { matches } from '../../sites/hosts.ts'
import { siteAt } from '../../sites/index.ts'
import { guardPage } from './guard-page.ts'

export default defineContentScript({
  matches,
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  main() {
    // Frames of the same origin are guarded by the page that holds them.
    if (rootFrame(window) !== window) return
    const site = siteAt(new URL(location.href))
    if (site) guardPage(site)
  },
})
