import { defineBackground } from 'wxt/utils/define-background'
import { answerMessages } from '../../messages.ts'
import { watchSettings } from '../../settings.ts'
import { showBadge } from './badge.ts'
import { keepDelivering } from './deliver.ts'
import { copyOffice, keepDevice } from './keep-device.ts'
import { once } from './once.ts'
import { loadChain, offeredPacks } from './packs.ts'

export default defineBackground(() => {
  const device = keepDevice()
  const deliver = keepDelivering(device.get)

  answerMessages({
    'outbox.put': async ({ key, entry }) => {
      const line = await once(key, async () => (await device.get()).outbox.put(entry))
      deliver.soon()
      return line
    },
    'outbox.list': async () => {
      const { waiting, aside, delivered, merged, lost } = await (await device.get()).outbox.list()
      return { waiting: [...waiting], aside: [...aside], delivered, merged, lost }
    },
    'outbox.send': async () => {
      await (await device.get()).outbox.sendNow()
      return null
    },
    'redactor.checked': async ({ draft, verdict, ms }) => (await device.get()).redactor.checked(draft, verdict, ms),
    'redactor.identify': async ({ draft, findings }) => (await device.get()).redactor.identify(draft, findings),
    'answers.recall': async ({ ids }) => (await (await device.get()).answers.recall(ids)).map((one) => one ?? null),
    'answers.remember': async ({ id, answer, at }) => {
      await (await device.get()).answers.remember(id, answer, at)
      return null
    },
    'answers.forget': async ({ id }) => {
      await (await device.get()).answers.forget(id)
      return null
    },
    'duties.owed': async ({ refresh }) => {
      const { duties } = await device.get()
      if (refresh) await duties.refresh()
      return duties.owed.value ?? null
    },
    'device.view': device.view,
    'device.join': async ({ codeOrLink }) => {
      // The endpoint may have been entered a moment ago.
      await device.renew()
      const result = await (await device.get()).join(codeOrLink)
      if (!('joined' in result)) return result
      deliver.soon()
      return { joined: copyOffice(result.joined) }
    },
    'packs.chain': ({ id }) => loadChain(id),
    'packs.offered': offeredPacks,
    'tab.show': async ({ banner }, { tabId }) => {
      if (tabId !== undefined) await showBadge(tabId, banner)
      return null
    },
  })

  watchSettings(() => void device.renew().then(deliver.soon), new AbortController().signal)
})
