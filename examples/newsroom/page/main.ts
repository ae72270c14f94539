import { createChecker, loadPack } from '@qianshao/rules-core'
import cn from '@qianshao/rules-core/packs/cn'
import chongqing from '@qianshao/rules-core/packs/cn-chongqing'
import qijiang from '@qianshao/rules-core/packs/cn-chongqing-qijiang'
import { attach, contentEditableEditor, openDevice, openReviewDesk, reviewBasis } from '@qianshao/sdk'
import { login, openManuscript, reviewOfCms } from './manuscript.ts'
import { showPublished } from './published.ts'
import { richEditor } from './rich-editor.ts'
import { sample } from './sample.ts'

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const title = element<HTMLInputElement>('title')
const source = element<HTMLInputElement>('source')
const column = element<HTMLSelectElement>('column')
const who = element<HTMLSelectElement>('who')
const saved = element('saved')

// The CMS's own part: an editor, its users, a manuscript on the server, a list.
const { endpoint, joinLink, account, people, person } = await (await fetch('/api/qianshao')).json()
const editor = richEditor(element('body'), element('toolbar'))
const manuscript = await openManuscript()
const written = () => ({ title: title.value, source: source.value, column: column.value, html: editor.html() })
const fill = (article: { title: string; source: string; column: string; html: string }) => {
  for (const [field, value] of [
    [title, article.title],
    [source, article.source],
    [column, article.column],
  ] as const) {
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  editor.setHtml(article.html)
}
const saveNow = async () => {
  const problem = await manuscript.save(written())
  saved.textContent = problem ?? '已保存'
  return problem
}
fill(manuscript.article)
for (const { id, name } of people) who.add(new Option(name, id, id === person, id === person))
who.addEventListener('change', async () => {
  await saveNow()
  await login(who.value)
  location.reload()
})
element('sample').addEventListener('click', () => fill({ ...sample, source: '', column: 'tzgg' }))
element('save').addEventListener('click', saveNow)
element('publish').addEventListener('click', async () => {
  const answer = await fetch('/api/articles', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(written()),
  })
  const { problem } = await answer.json()
  saved.textContent = answer.ok ? '已发布' : `没有发布成功，稿件还在。${problem}`
  await showPublished(element('published'))
  if (answer.ok) {
    fill({ title: '', source: '', column: 'tzgg', html: '' })
    await review.refresh()
  }
})
await showPublished(element('published'))

// What a vendor adds for 前哨.
const packs = [cn, chongqing, qijiang].map(loadPack)
const device = await openDevice({ endpoint, name: '稿件系统', host: `page:${location.origin}` })
if (device.state.value !== 'joined') await device.join(joinLink)
const review = openReviewDesk({ basis: reviewBasis(packs)!, home: reviewOfCms(saveNow), surface: 'website' })
addEventListener('focus', () => void review.refresh())
attach(
  contentEditableEditor(() => document.querySelector<HTMLElement>('#body .ProseMirror'), {
    fields: { title, source },
    publish: '#publish',
    meta: () => ({ surface: 'website', account, column: column.value }),
  }),
  {
    checker: createChecker(packs),
    account,
    accountName: '石桥镇政府网站',
    packName: '重庆市綦江区',
    person,
    people,
    review,
    shadow: 'open',
    ...device,
  },
)
