import { defineContentScript } from 'wxt/utils/define-content-script'
import { matches } from '../../sites/hosts.ts'
import { openGate } from './gate.ts'

export default defineContentScript({
  matches,
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  main: () => openGate(window),
})
