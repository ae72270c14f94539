// @vitest-environment jsdom
import type { Verdict } from '@qianshao/rules-core'
import type { Attachment } from '@qianshao/sdk'
import { expect, test, vi } from 'vitest'
import type { GateQuestion } from '../../page-channel.ts'
import { weibo } from '../../sites/weibo/site.ts'
import { answerGate } from './answer-gate.ts'
import type { Desk } from './desk.ts'

const permitted = { permit: 'p' }
const refused = { refused: 'hold' as const, hold: 1, ask: 0, explain: '还有 1 处须改，改好后再发。' }

function setUp({ shown, says = permitted }: { shown?: string; says?: typeof permitted | typeof refused } = {}) {
  const speaker = { permitFor: vi.fn(async () => says), permitUnread: vi.fn(async () => says), open: vi.fn() } as unknown as Attachment
  const put = vi.fn(async () => ({ id: '', seq: 1, line: '' }))
  const draft =
    shown === undefined
      ? undefined
      : {
          blocks: [{ id: 'b0', role: 'body' as const, text: shown }],
          tables: [],
          links: [],
          images: [],
          marks: [],
          attachments: [],
          meta: { surface: 'weibo' as const },
        }
  const desk = {
    account: 'weibo:1234567890',
    outbox: { put },
    redactor: { checked: async () => ({ draft: 'ref' }) },
    checker: { check: () => ({ findings: [] }) as unknown as Verdict },
    markScheduled: vi.fn(),
  } as unknown as Desk
  const following = { speakerFor: vi.fn(async () => speaker), onlyDraft: () => draft, letGo: vi.fn() }
  const order = vi.fn()
  const answer = (question: Partial<GateQuestion>) =>
    answerGate(
      { type: 'question', id: 7, via: 'fetch', texts: null, scheduled: false, refused: false, ...question },
      { site: weibo, desk, following: following as never, order },
    )
  return { speaker, put, following, order, answer, desk }
}

test('a text is decided about as it is sent, whatever the editor shows', async () => {
  const { speaker, order, answer, following } = setUp({ shown: '别的' })
  await answer({ texts: [{ plain: '今天植树' }] })
  expect(speaker.permitFor).toHaveBeenCalledWith(
    expect.objectContaining({ blocks: [expect.objectContaining({ text: '今天植树' })] }),
    'request',
  )
  expect(order).toHaveBeenCalledWith({ type: 'answer', id: 7, pass: true })
  expect(following.letGo).toHaveBeenCalled()
})

test('a refusal holds the request', async () => {
  const { order, answer, following } = setUp({ says: refused })
  await answer({ texts: [{ plain: '今天植树' }] })
  expect(order).toHaveBeenCalledWith({ type: 'answer', id: 7, pass: false })
  expect(following.letGo).not.toHaveBeenCalled()
})

test('without a text in the request it is the editor that is read, if there is one', async () => {
  const { speaker, answer } = setUp({ shown: '今天植树' })
  await answer({})
  expect(speaker.permitFor).toHaveBeenCalledWith(
    expect.objectContaining({ blocks: [expect.objectContaining({ text: '今天植树' })] }),
    'request',
  )
})

test('what nobody could read is treated as not checked', async () => {
  const { speaker, answer } = setUp()
  await answer({})
  expect(speaker.permitUnread).toHaveBeenCalledWith('request')
})

test('what was refused already is recorded as held, and needs no answer', async () => {
  const { put, order, answer, speaker } = setUp()
  await answer({ refused: true, texts: [{ plain: '今天植树' }] })
  expect(put).toHaveBeenCalledWith(expect.objectContaining({ kind: 'hold', how: 'request', acct: 'weibo:1234567890' }))
  expect(order).not.toHaveBeenCalled()
  expect(speaker.open).toHaveBeenCalled()
})

test('a timed publication is marked before it is recorded', async () => {
  const { desk, answer } = setUp()
  await answer({ scheduled: true, texts: [{ plain: '今天植树' }] })
  expect(desk.markScheduled).toHaveBeenCalledWith(true)
})
