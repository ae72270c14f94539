import { openRichEditor, type RichEditor } from './rich-editor.ts'

/**
 * The publish flow of the account page, as far as it matters here: 发表 saves the draft and opens a dialog, 发表 in it asks once more,
 * 继续发表 sends `masssend`, which names the saved draft. Address parameters choose the variant: `shadow`, `legacy`, `changed`.
 */

const search = new URLSearchParams(location.search)
const variant = search.get('variant') ?? 'light'
const one = <E extends Element>(selector: string) => document.querySelector<E & HTMLElement>(selector)!
let appMsgId = search.get('appmsgid') ?? ''
let body: RichEditor | undefined

Object.assign(window, { wx: { commonData: { data: { user_name: 'gh_0123456789ab', nick_name: '石桥镇发布', t: '123456789' } } } })

const title = openRichEditor(one('.title-editor__input'), {
  placeholder: '请在这里输入标题',
  plain: true,
  onChange: () => {
    one<HTMLTextAreaElement>('#title').value = title.text()
  },
})
// The body mounts after the title, as it does there.
setTimeout(mountBody, 300)
if (search.get('isSend') === '1') setTimeout(() => show('.new_mass_send_dialog'), 600)

one('#js_send').addEventListener('click', async () => {
  await save()
  show('.new_mass_send_dialog')
})
one('#js_submit').addEventListener('click', () => void save())
one('.new_mass_send_dialog button').addEventListener('click', () => {
  hide('.new_mass_send_dialog')
  show('.double_check_dialog')
})
one('.double_check_dialog button').addEventListener('click', () => {
  hide('.double_check_dialog')
  void publish()
})
one('#recreate').addEventListener('click', () => {
  body?.destroy()
  one('#ueditor_0').replaceChildren()
  mountBody()
})
Object.assign(window, { replica: { save, publish } })

function mountBody(): void {
  const place = one('#ueditor_0')
  if (variant === 'changed') {
    const canvas = document.createElement('div')
    canvas.className = 'next-gen-canvas'
    canvas.contentEditable = 'true'
    canvas.append('平台改版后的编辑区')
    place.append(canvas)
    return
  }
  const content = document.createElement('div')
  content.className = 'rich_media_content'
  if (variant === 'shadow') {
    const host = document.createElement('div')
    host.className = 'editor-v-root'
    host.attachShadow({ mode: 'open' }).append(content)
    place.append(host)
  } else {
    place.append(content)
  }
  body = openRichEditor(content, { placeholder: '从这里开始写正文', onChange: () => undefined })
}

async function save(): Promise<void> {
  const form = new URLSearchParams({
    AppMsgId: appMsgId,
    count: '1',
    title0: title.text(),
    author0: one<HTMLInputElement>('#author').value,
    digest0: one<HTMLTextAreaElement>('#js_description').value,
    content0: body?.html() ?? one('#ueditor_0').innerHTML,
  })
  const sub = appMsgId ? 'update' : 'create'
  const answer = (await post(`/cgi-bin/operate_appmsg?t=ajax-response&sub=${sub}&type=77&token=123456789`, form)) as { appMsgId?: number }
  appMsgId = String(answer.appMsgId ?? appMsgId)
  one('#js_save_success').textContent = '已保存'
}

async function publish(): Promise<void> {
  const form = new URLSearchParams({ appmsgid: appMsgId, type: '10', send_time: '0' })
  try {
    await post('/cgi-bin/masssend?t=ajax-response&token=123456789&is_release_publish_page=0', form)
    one('#result').textContent = '已发表'
  } catch (cause) {
    one('#result').textContent = `没有发出：${String(cause)}`
  }
}

// The page's library waits for readyState 4, not for events.
function post(address: string, form: URLSearchParams): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8')
    request.onreadystatechange = () => {
      if (request.readyState !== 4) return
      if (request.status === 200) resolve(JSON.parse(request.responseText))
      else reject(new Error(`status ${request.status}`))
    }
    request.send(form.toString())
  })
}

function show(selector: string): void {
  one(selector).hidden = false
}

function hide(selector: string): void {
  one(selector).hidden = true
}
