import { expect, test } from 'vitest'
import { emptyTrail, extendTrail, printHead } from './audit-trail.ts'

// The vector of the protocol (§8).
const events = [
  '{"v":1,"n":1,"at":1782864000000,"act":"device.joined","by":"adm_1","of":"dev_EBESExQVFhcYGRobHB0eHw"}',
  '{"v":1,"n":2,"at":1782950400000,"act":"ledger.stored","by":"dev_EBESExQVFhcYGRobHB0eHw","of":"batch","lines":"rrAf3_rwUw_HSpKVW1_V013xaw42vVXQ1EBpM5cmFlA"}',
  '{"v":1,"n":3,"at":1782950400000,"act":"pack.activated","by":"adm_1","of":"cn-chongqing@12"}',
]
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

test('the heads are those of the protocol’s vector', () => {
  const heads = [emptyTrail('cq-qijiang-zfb')]
  for (const event of events) heads.push(extendTrail(heads.at(-1)!, event))
  expect(heads.map(hex)).toEqual([
    '51a8f882096ac2b93f7755605189aeed5cb973f303784b5af86df467a0bf6fe5',
    '4c56bb52e9709f01eb6c8e28085d626ede5233f2221e9e15e525228a293cebb4',
    '95ee8f44c5c1ef2761c0ecca088d3d504fb9bd16b918025aaf705045bb5b8337',
    '417006565d8e53040d72d91b5d646f8f9818b7448c28d7dad7805e9418c1e9d0',
  ])
  expect(printHead(heads[3]!)).toBe('QXAGVl2OUwQNctkbXWRvj5gYt0SMKNfa14BelBjB6dA')
})

test('another event, another order or another office gives another head', () => {
  const end = (office: string, ...list: readonly string[]) => hex(list.reduce(extendTrail, emptyTrail(office)))
  const right = end('a', 'x', 'y')
  expect(new Set([right, end('a', 'y', 'x'), end('a', 'x'), end('a', 'xy'), end('b', 'x', 'y')]).size).toBe(5)
})
