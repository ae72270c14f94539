import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { draftOf } from '../testing/drafts.ts'
import { surroundingsIn } from './surroundings.ts'

function around(draft: ReturnType<typeof draftOf>, text: string) {
  return surroundingsIn(draft)(draft.blocks.find((block) => block.text === text)!)
}
const page = (html: string) => readMarkup(parseHtml(html), {}, { surface: 'website' })

test('four lines before and three after, without the title', () => {
  const draft = draftOf('一\n二\n三\n四\n五\n六\n七\n八\n九', { title: '题' })
  expect(around(draft, '五')).toMatchObject({ title: '题', before: '一\n二\n三\n四', after: '六\n七\n八' })
  expect(around(draft, '一')).toMatchObject({ before: '' })
})

test('a cell has its header, its row, and the line that leads to the table', () => {
  const draft = page('<p>名单如下</p><table><tr><td>姓名</td><td>电话</td></tr><tr><td>张某</td><td>1</td></tr></table>')
  expect(around(draft, '1')).toMatchObject({ header: '电话', headers: '姓名\t电话', row: '张某', before: '名单如下' })
})

test('where the first row is only the name of the table, the second is the header', () => {
  const draft = page(
    '<table><tr><td colspan="2">低保名单</td></tr><tr><td>姓名</td><td>电话</td></tr><tr><td>张某</td><td>1</td></tr></table>',
  )
  expect(around(draft, '1').header).toContain('电话')
  expect(around(draft, '电话')).toMatchObject({ header: '' })
})

test('a form has labels beside its values', () => {
  const draft = page('<table><tr><td>姓名</td><td>张某</td><td>性别</td><td>男</td></tr><tr><td>住址</td><td>某村</td></tr></table>')
  expect(around(draft, '某村')).toMatchObject({ header: '住址', headers: '' })
  expect(around(draft, '某村').before).toContain('姓名：张某\n性别：男')
})
