import { createChecker, loadPack } from '@qianshao/rules-core'
import { type Attachment, attach, type EditorAdapter, type Outbox, type Redactor } from '@qianshao/sdk'
import { ask } from '../../messages.ts'
import { type Jurisdiction, ownPersonId, type Settings } from '../../settings.ts'
import type { Site } from '../../sites/site.ts'
import { backgroundAnswers, backgroundDuties, storedPanelSettings, storedPins } from './background-parts.ts'

/** Everything that a page's editors share: the rules of this office, who writes, for which account, and where entries go. */
export interface Desk {
  attach(editor: EditorAdapter): Attachment
  account: string
  whenUnchecked: 'warn' | 'hold'
  pack: { id: Jurisdiction; version: string }
  outbox: Outbox
  redactor: Redactor
  checker: ReturnType<typeof createChecker>
  /** Says of what is recorded as published from now on whether it is to appear at a set time. */
  markScheduled(scheduled: boolean): void
}

export async function openDesk(parts: {
  site: Site
  settings: Settings
  account: string
  outbox: Outbox
  redactor: Redactor
}): Promise<Desk> {
  const { site, settings, account, redactor } = parts
  let sched = false
  const outbox: Outbox = {
    ...parts.outbox,
    put: (entry) => parts.outbox.put(entry.kind === 'publish' ? { ...entry, sched } : entry),
  }
  const packs = (await ask('packs.chain', { id: settings.jurisdiction })).map((json) => loadPack(json))
  const checker = createChecker(packs)
  const whenUnchecked = settings.whenUnchecked === 'hold' || packs.some((pack) => pack.whenUnchecked === 'hold') ? 'hold' : 'warn'
  const person = await ownPersonId()
  const panel = await storedPanelSettings(settings.textSize)
  const duties = backgroundDuties()
  void duties.refresh().catch((cause: unknown) => console.info('sites: what is owed could not be read', cause))
  return {
    attach: (editor) =>
      attach(editor, {
        checker,
        account,
        accountName: site.title,
        person,
        people: settings.people,
        outbox,
        redactor,
        answers: backgroundAnswers(),
        duties,
        pins: storedPins(),
        settings: panel,
        whenUnchecked,
        publishWord: site.publishWord,
        publishedBy: 'request',
        site: site.id,
        shadow: 'closed',
      }),
    account,
    whenUnchecked,
    pack: { id: settings.jurisdiction, version: packs.at(-1)!.version },
    outbox,
    redactor,
    checker,
    markScheduled(scheduled) {
      sched = scheduled
    },
  }
}

/** The account that the page names, else the one from the options, else a placeholder that a supervisor recognises as not registered. */
export function accountFor(site: Site, settings: Settings, seen: string | undefined): string {
  return seen || settings[site.accountSetting] || `${site.surface}:unregistered`
}
