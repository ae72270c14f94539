import { expect, test } from 'vitest'
import { endpointOf } from './endpoint-of.ts'

test.each([
  ['7K3M-Q9XA-2VCV', 'https://sync.example.gov.cn', { endpoint: 'https://sync.example.gov.cn' }],
  ['https://sync.example.gov.cn/join#7K3MQ9XA2VCV.abc', '', { endpoint: 'https://sync.example.gov.cn' }],
  [' https://other.example/join#7K3MQ9XA2VCV.abc ', 'https://sync.example.gov.cn', { endpoint: 'https://other.example' }],
])('%s goes to its endpoint', (given, entered, expected) => {
  expect(endpointOf(given, entered)).toEqual(expected)
})

test.each([
  ['', 'https://sync.example.gov.cn', /请先填写加入码/],
  ['7K3M-Q9XA-2VCV', '', /请先填写服务端地址/],
  ['https://sync.example.gov.cn/', '', /不是加入链接/],
])('%s is answered with what to do', (given, entered, expected) => {
  expect(endpointOf(given, entered)).toEqual({ wrong: expect.stringMatching(expected) })
})
