import { expect, test, vi } from 'vitest'
import type { GateMessage, GateQuestion } from '../../page-channel.ts'
import { ruleFor } from '../../sites/outgoing.ts'
import { createDecide, type Outgoing } from './decide.ts'

const BASE = 'https://mp.weixin.qq.com/cgi-bin/appmsg'

function openDesk() {
  const said: GateMessage[] = []
  let fire: (() => void) | undefined
  const timers = {
    setTimeout: ((run: () => void) => {
      fire = run
      return 1
    }) as unknown as typeof setTimeout,
    clearTimeout: (() => {
      fire = undefined
    }) as typeof clearTimeout,
  }
  const decide = createDecide({ say: (message) => said.push(message), timers })
  return { decide, said, runOutOfTime: () => fire?.(), asked: () => said.at(-1) as GateQuestion }
}

function outgoing(address: string, fields: Record<string, string>): Outgoing {
  return { ...ruleFor('POST', address, BASE)!, fields, via: 'xhr' }
}

const masssend = (id: string) => outgoing('/cgi-bin/masssend', { appmsgid: id })
const save = (id: string, html: string) => outgoing('/cgi-bin/operate_appmsg?sub=update', { AppMsgId: id, title0: '题', content0: html })
const text = (html: string) => [{ title: '题', summary: '', author: '', html }]

test('a publication waits for its own answer', async () => {
  const { decide, asked } = openDesk()
  const goes = vi.fn()
  const going = decide.mayGo(masssend('1')).then(goes)
  await Promise.resolve()
  decide.receive({ type: 'answer', id: asked().id + 1, pass: true })
  await Promise.resolve()
  expect(goes).not.toHaveBeenCalled()
  decide.receive({ type: 'answer', id: asked().id, pass: true })
  await going
  expect(goes).toHaveBeenCalledWith(true)
})

test('a mass-send is asked about with what the latest accepted save of that draft carried', () => {
  const { decide, asked } = openDesk()
  decide.saved(save('1', '<p>甲</p>'), { base_resp: { ret: 0 } })
  decide.saved(save('2', '<p>乙</p>'), { base_resp: { ret: 0 } })
  decide.saved(save('1', '<p>丙</p>'), { base_resp: { ret: 0 } })
  decide.saved(save('1', '<p>丁</p>'), { base_resp: { ret: 200002 } })
  void decide.mayGo(masssend('1'))
  expect(asked().texts).toEqual(text('<p>丙</p>'))
})

test('a new draft is known by the number that the answer gives it', () => {
  const { decide, asked } = openDesk()
  decide.saved(save('', '<p>甲</p>'), { base_resp: { ret: 0 }, appMsgId: 77 })
  void decide.mayGo(masssend('77'))
  expect(asked().texts).toEqual(text('<p>甲</p>'))
})

test('the text of a draft that nobody saw saved is unknown, not empty', () => {
  const { decide, asked } = openDesk()
  void decide.mayGo(masssend('5'))
  expect(asked().texts).toBeNull()
})

test.each(['warn', 'hold'] as const)('without an answer in time it goes by whenUnchecked: %s', async (whenUnchecked) => {
  const { decide, said, runOutOfTime } = openDesk()
  decide.receive({ type: 'policy', whenUnchecked })
  const going = decide.mayGo(masssend('1'))
  runOutOfTime()
  expect(await going).toBe(whenUnchecked === 'warn')
  expect(said.filter(({ type }) => type === 'went-unchecked')).toHaveLength(whenUnchecked === 'warn' ? 1 : 0)
})

test('what cannot wait is refused and told', () => {
  const { decide, asked } = openDesk()
  decide.refuse(masssend('1'))
  expect(asked()).toMatchObject({ type: 'question', refused: true })
})
