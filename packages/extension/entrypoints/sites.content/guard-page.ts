import { effect } from '@preact/signals'
import { answerPopup, ask, type TabView } from '../../messages.ts'
import { type GateMessage, openSitesSide } from '../../page-channel.ts'
import { readSettings, type Settings, watchSettings } from '../../settings.ts'
import type { Site } from '../../sites/site.ts'
import { answerGate } from './answer-gate.ts'
import { backgroundOutbox, backgroundRedactor } from './background-parts.ts'
import { accountFor, type Desk, openDesk } from './desk.ts'
import { type Following, followEditors } from './follow-editors.ts'

/** A page at work; without a desk the rules could not be loaded, and nothing in the page is checked. */
interface Work {
  account: string
  whenUnchecked: 'warn' | 'hold'
  running?: { desk: Desk; following: Following; stop(): void }
}

/** From here on the page's editors are checked and the gate's questions answered. Starts anew when a setting or the account changes. */
export function guardPage(site: Site): void {
  const life = new AbortController()
  const outbox = backgroundOutbox(life.signal)
  const redactor = backgroundRedactor()
  let seenAccount: string | undefined

  const start = async (): Promise<Work> => {
    const { settings } = await readSettings()
    const account = accountFor(site, settings, seenAccount)
    try {
      const desk = await openDesk({ site, settings, account, outbox, redactor })
      gate.order({ type: 'policy', whenUnchecked: desk.whenUnchecked })
      return { account, whenUnchecked: desk.whenUnchecked, running: run(site, desk) }
    } catch (cause) {
      console.error('前哨: 规则包没有读出来，本页未受检查。请在插件设置里重新选择规则包。', cause)
      return noRules(site, settings, account)
    }
  }

  const receive = async (message: GateMessage): Promise<void> => {
    if (message.type === 'account') {
      if (message.id === seenAccount) return
      seenAccount = message.id
      restart()
      return
    }
    const { account, whenUnchecked, running } = await work
    if (message.type === 'went-unchecked') {
      await outbox.put({ kind: 'unchecked', why: 'unreadable', published: true, site: site.id, acct: account })
    } else if (running) {
      await answerGate(message, { site, ...running, order: gate.order })
    } else {
      const published = whenUnchecked === 'warn' && !message.refused
      await outbox.put({ kind: 'unchecked', why: 'packs-missing', published, site: site.id, acct: account })
      if (!message.refused) gate.order({ type: 'answer', id: message.id, pass: published })
    }
  }

  const restart = () => {
    work = work.then(({ running }) => running?.stop()).then(start)
  }

  const gate = openSitesSide(document, (message) => void receive(message))
  let work = start()
  // A change of text size is the panel's own affair; a page that is worked in is not taken apart for it.
  watchSettings((changed) => {
    if (changed.some((name) => name !== 'textSize' && name !== 'personName' && name !== 'deviceName')) restart()
  }, life.signal)
  answerPopup({
    view: async () => view(site, (await work).running),
    openPanel: (tab) => void work.then(async ({ running }) => (await running?.following.speakerFor(undefined))?.open(tab)),
  })
}

function run(site: Site, desk: Desk): NonNullable<Work['running']> {
  const following = followEditors({ page: document, site, desk })
  const stopShowing = effect(() => {
    const banner = following.banner.value
    if (banner) void ask('tab.show', { banner })
  })
  return {
    desk,
    following,
    stop() {
      stopShowing()
      following.stop()
    },
  }
}

function noRules(site: Site, settings: Settings, account: string): Work {
  if (site.expectsEditor(new URL(location.href))) void ask('tab.show', { banner: { decision: 'unchecked', hold: 0, ask: 0, hint: 0 } })
  return { account, whenUnchecked: settings.whenUnchecked === 'hold' ? 'hold' : 'warn' }
}

function view(site: Site, running: Work['running']): TabView | null {
  if (!running) return { site: site.id, banner: { decision: 'unchecked', hold: 0, ask: 0, hint: 0 }, account: '', pack: null }
  const banner = running.following.banner.peek()
  return banner ? { site: site.id, banner, account: running.desk.account, pack: running.desk.pack } : null
}
