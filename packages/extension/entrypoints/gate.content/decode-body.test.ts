// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { decodeAtOnce, decodeBody } from './decode-body.ts'

const URLENCODED = 'application/x-www-form-urlencoded; charset=UTF-8'
const MULTIPART = [
  '--xyz',
  'Content-Disposition: form-data; name="title0"',
  '',
  '关于植树的通知',
  '--xyz',
  'Content-Disposition: form-data; name="cover"; filename="a.png"',
  'Content-Type: image/png',
  '',
  '\u0089PNG',
  '--xyz',
  'Content-Disposition: form-data; name="content0"',
  '',
  '<p>第一行</p>\r\n<p>第二行</p>',
  '--xyz--',
  '',
].join('\r\n')

function formData(): FormData {
  const form = new FormData()
  form.append('content', '今天植树')
  form.append('pic', new Blob(['x']), 'x.png')
  return form
}

test.each([
  ['urlencoded text', 'content=%E4%BB%8A%E5%A4%A9%E6%A4%8D%E6%A0%91&visible=0', URLENCODED, { content: '今天植树', visible: '0' }],
  ['plus signs as spaces', 'content=a+b', URLENCODED, { content: 'a b' }],
  ['a text without a type', 'content=a', null, { content: 'a' }],
  ['search parameters', new URLSearchParams({ content: '今天植树' }), null, { content: '今天植树' }],
  ['form data without its files', formData(), null, { content: '今天植树' }],
  ['JSON', '{"content":"今天植树","visible":0}', 'application/json', { content: '今天植树', visible: '0' }],
  ['JSON without its type', ' {"content":"a"}', null, { content: 'a' }],
  [
    'multipart text without its files',
    MULTIPART,
    'multipart/form-data; boundary=xyz',
    { title0: '关于植树的通知', content0: '<p>第一行</p>\r\n<p>第二行</p>' },
  ],
  ['bytes', new TextEncoder().encode('content=a'), URLENCODED, { content: 'a' }],
  ['a part of a buffer', new Uint8Array(new TextEncoder().encode('xxcontent=a').buffer, 2), URLENCODED, { content: 'a' }],
  ['a blob with a type of its own', new Blob(['content=a'], { type: URLENCODED }), null, { content: 'a' }],
  ['no body', null, null, {}],
  ['broken JSON', '{"content":', 'application/json', {}],
  ['a JSON array', '["a"]', 'application/json', { 0: 'a' }],
  ['the first of equal names', 'content=a&content=b', URLENCODED, { content: 'a' }],
])('%s', async (_, body, contentType, fields) => {
  expect(await decodeBody(body as Parameters<typeof decodeBody>[0], contentType)).toEqual(fields)
})

test('only what must be read in pieces cannot be decoded at once', () => {
  expect(decodeAtOnce('content=a', URLENCODED)).toEqual({ content: 'a' })
  expect(decodeAtOnce(new Blob(['content=a']), URLENCODED)).toBeUndefined()
})
