import { createChecker, loadPack } from '@qianshao/rules-core'
import cn from '@qianshao/rules-core/packs/cn'
import chongqing from '@qianshao/rules-core/packs/cn-chongqing'
import qijiang from '@qianshao/rules-core/packs/cn-chongqing-qijiang'
import { attach, contentEditableEditor, openDevice } from '@qianshao/sdk'
import { showPublished } from './published.ts'
import { richEditor } from './rich-editor.ts'
import { sample } from './sample.ts'

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const title = element<HTMLInputElement>('title')
const source = element<HTMLInputElement>('source')
const column = element<HTMLSelectElement>('column')
const publish = element<HTMLButtonElement>('publish')

// The CMS's own part: an editor, a button, a list.
const editor = richEditor(element('body'), element('toolbar'))
element('sample').addEventListener('click', () => {
  title.value = sample.title
  title.dispatchEvent(new Event('input', { bubbles: true }))
  editor.setHtml(sample.html)
})
publish.addEventListener('click', async () => {
  const article = { title: title.value, source: source.value, column: column.value, html: editor.html() }
  const answer = await fetch('/api/articles', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(article),
  })
  element('saved').textContent = answer.ok ? '已发布' : '没有发布成功，稿件还在，请再点一次'
  await showPublished(element('published'))
})
await showPublished(element('published'))

// What a vendor adds for 前哨.
const { endpoint, joinLink, account, people } = await (await fetch('/api/qianshao')).json()
const device = await openDevice({ endpoint, name: '稿件系统', host: `page:${location.origin}` })
if (device.state.value !== 'joined') await device.join(joinLink)
attach(
  contentEditableEditor(() => document.querySelector<HTMLElement>('#body .ProseMirror'), {
    fields: { title, source },
    publish: '#publish',
    meta: () => ({ surface: 'website', account, column: column.value }),
  }),
  {
    checker: createChecker([cn, chongqing, qijiang].map(loadPack)),
    account,
    accountName: '石桥镇政府网站',
    person: people[0].id,
    people,
    shadow: 'open',
    ...device,
  },
)
