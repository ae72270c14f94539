import { signal } from '@preact/signals'
import type { OwedDuties } from '@qianshao/rules-core'
import { render } from 'preact'
import { browser } from 'wxt/browser'
import '../../look/tokens.css'
import '../../look/page.css'
import './popup.css'
import { followDelivery } from '../../delivery.ts'
import { ask, openPanelIn, viewPage } from '../../messages.ts'
import { readSettings } from '../../settings.ts'
import { Popup } from './popup.tsx'

const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
const view = tab?.id === undefined ? null : await viewPage(tab.id)
const { settings, repaired } = await readSettings()
document.documentElement.dataset.size = settings.textSize
const owed = signal<OwedDuties | null>(await ask('duties.owed', { refresh: false }))
ask('duties.owed', { refresh: true }).then(
  (told) => (owed.value = told),
  (cause: unknown) => console.info('popup: what is owed could not be asked', cause),
)

render(
  <Popup
    view={view}
    settings={settings}
    repaired={repaired}
    owed={owed}
    delivery={followDelivery(new AbortController().signal)}
    openPanel={async (at) => {
      if (tab?.id !== undefined) await openPanelIn(tab.id, at)
      window.close()
    }}
    openOptions={async (section) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${section}` })
      window.close()
    }}
  />,
  document.getElementById('app')!,
)
