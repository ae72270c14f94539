/**
 * The home composer in both front ends (`?front=2` is the older one): several composers side by side, 发送 by button or Ctrl+Enter,
 * comments beside them. `?variant=changed` shows a composer that nobody knows.
 */

const search = new URLSearchParams(location.search)
const older = search.get('front') === '2'
const one = <E extends Element>(selector: string, root: ParentNode = document) => root.querySelector<E & HTMLElement>(selector)!

Object.assign(window, { $CONFIG: { user: { idstr: '1234567890', screen_name: '石桥镇发布' } } })

mountComposer(one('#home-composer'))
mountComposer(one('#modal-composer'))
one('#compose').addEventListener('click', () => {
  one('.woo-modal-wrap').hidden = false
})
one('.comment-box button').addEventListener('click', () => {
  void send('/ajax/comments/create', { id: '1', comment: one<HTMLTextAreaElement>('.comment-box textarea').value })
})

function mountComposer(place: Element): void {
  const composer = document.createElement('div')
  composer.className = older ? 'Composer_mar1_ujs0j' : '_wrap_1n75r_1'
  const field = search.get('variant') === 'changed' ? unknownField() : knownField()
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'woo-button-main woo-button-flat woo-button-primary'
  const words = document.createElement('span')
  words.className = 'woo-button-content'
  words.textContent = ' 发送 '
  button.append(words)
  const text = () => (field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? ''))
  const submit = async () => {
    if (text() === '') return
    if (await send('/ajax/statuses/update', { content: text(), visible: '0' })) {
      if (field instanceof HTMLTextAreaElement) field.value = ''
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
  button.addEventListener('click', () => void submit())
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.ctrlKey) void submit()
  })
  const bar = document.createElement('div')
  bar.append(button)
  composer.append(field, bar)
  place.append(composer)
}

function knownField(): HTMLTextAreaElement {
  const field = document.createElement('textarea')
  field.placeholder = '有什么新鲜事想分享给大家？'
  field.className = older ? 'Form_input_3JT2Q' : '_input_1fox3_8'
  return field
}

function unknownField(): HTMLElement {
  const field = document.createElement('div')
  field.className = 'nextComposer'
  field.contentEditable = 'true'
  return field
}

async function send(address: string, fields: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address, true)
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded')
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest')
    request.onloadend = () => {
      one('#result').textContent = request.status === 200 ? '发送成功' : '没有发出'
      resolve(request.status === 200)
    }
    request.send(new URLSearchParams(fields))
  })
}
