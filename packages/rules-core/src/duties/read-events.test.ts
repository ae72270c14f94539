import { expect, test } from 'vitest'
import { readEvents } from './read-events.ts'

const read = (members: Record<string, unknown>) => readEvents([{ place: '第 2 行', members }], [])

test('a planned silence is a row of the register, with its days and its reason', () => {
  const { silences, events, problems } = read({ 事件: '停更', 时间: '2026-02-15', 到: '2026-02-22', 事由: '系统升级' })
  expect(silences).toEqual([{ from: '2026-02-15', to: '2026-02-22', reason: '系统升级' }])
  expect([...events, ...problems]).toEqual([])
})

test.each([
  [{ 事件: '停更', 时间: '2026-02-15', 到: '2026-02-22' }, '事由'],
  [{ 事件: '停更', 时间: '2026-02-22', 到: '2026-02-15', 事由: '升级' }, '早于开始日'],
  [{ 事件: '停更', 事由: '升级' }, '从哪天'],
  [{ 事件: '停更', 时间: '2026-02-15', 事由: '升级', 事项: '没有的事' }, '没有“没有的事”这项时限'],
  [{ 事件: '飞行', 时间: '2026-02-15' }, '不认识的事件“飞行”'],
  [{ 时间: '2026-02-15' }, '没有写事件'],
])('%o is refused', (members, why) => {
  const { problems } = read(members)
  expect(problems).toEqual([{ place: '第 2 行', problem: expect.stringContaining(why) }])
})
