import { openRichEditor } from './rich-editor.ts'

/** The article editor: 下一步 saves the draft, 发布 in the dialog names it by id and adds a post of its own. */

const one = <E extends Element>(selector: string) => document.querySelector<E & HTMLElement>(selector)!
const DRAFT = '2309400000000000000001'
const body = openRichEditor(one('#article-body'), { placeholder: '请输入正文', onChange: () => undefined })

one('#next').addEventListener('click', async () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({
    id: DRAFT,
    title: one<HTMLTextAreaElement>('textarea[placeholder="请输入标题"]').value,
    summary: one<HTMLTextAreaElement>('textarea[placeholder^="导语"]').value,
    content: body.html(),
    action: '2',
  })) {
    form.set(name, value)
  }
  await fetch(`/article/v5/aj/editor/draft/save?uid=1&id=${DRAFT}&_rid=x`, { method: 'POST', body: form })
  one('.publish-modal').hidden = false
})

one('#publish').addEventListener('click', async () => {
  const fields = new URLSearchParams({ id: DRAFT, text: one<HTMLTextAreaElement>('#statement').value, rank: '0' })
  try {
    await fetch(`/article/v5/aj/editor/draft/publish?uid=1&id=${DRAFT}&_rid=x`, { method: 'POST', body: fields })
    one('#result').textContent = '发布成功'
  } catch (cause) {
    one('#result').textContent = `没有发出：${String(cause)}`
  }
})
