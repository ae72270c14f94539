import { expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

function recording(failOn: string[] = []) {
  const said: string[] = []
  const write = createGroupCommit((sql) => {
    said.push(sql)
    if (failOn.includes(sql)) throw new Error(`${sql} failed`)
  })
  return { said, write }
}

test('what arrives in one tick shares one transaction', async () => {
  const { said, write } = recording()
  expect(await Promise.all([write(() => 1), write(() => 2), write(() => 3)])).toEqual([1, 2, 3])
  expect(said.filter((sql) => sql === 'COMMIT')).toHaveLength(1)
})

test('nothing is acknowledged before the commit', async () => {
  const order: string[] = []
  const write = createGroupCommit((sql) => order.push(sql))
  await write(() => order.push('work')).then(() => order.push('told'))
  expect(order).toEqual(['BEGIN IMMEDIATE', 'SAVEPOINT one', 'work', 'RELEASE one', 'COMMIT', 'told'])
})

test('work that throws is undone alone', async () => {
  const { said, write } = recording()
  const results = await Promise.allSettled([
    write(() => 1),
    write(() => {
      throw new Error('mine')
    }),
    write(() => 3),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(said).toContain('ROLLBACK TO one')
})

test('a failed commit acknowledges nobody, and the next one works', async () => {
  const failOn = ['COMMIT']
  const { write } = recording(failOn)
  const results = await Promise.allSettled([write(() => 1), write(() => 2)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  failOn.length = 0
  expect(await write(() => 4)).toBe(4)
})

test('a database that is gone rejects, and does not bring the process down', async () => {
  const { write } = recording(['BEGIN IMMEDIATE', 'ROLLBACK'])
  await expect(write(() => 1)).rejects.toThrow(AggregateError)
})
