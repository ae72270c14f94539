import { render } from 'preact'
import { browser } from 'wxt/browser'
import '../../look/tokens.css'
import '../../look/page.css'
import './popup.css'
import { followDelivery } from '../../delivery.ts'
import { openPanelIn, viewPage } from '../../messages.ts'
import { readSettings } from '../../settings.ts'
import { Popup } from './popup.tsx'

const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
const view = tab?.id === undefined ? null : await viewPage(tab.id)
const { settings, repaired } = await readSettings()
document.documentElement.dataset.size = settings.textSize

render(
  <Popup
    view={view}
    settings={settings}
    repaired={repaired}
    delivery={followDelivery(new AbortController().signal)}
    openPanel={async () => {
      if (tab?.id !== undefined) await openPanelIn(tab.id)
      window.close()
    }}
    openOptions={async (section) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#${section}` })
      window.close()
    }}
  />,
  document.getElementById('app')!,
)
