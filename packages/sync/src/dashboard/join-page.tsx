import { useState } from 'preact/hooks'

/** What a join link shows in a browser: the link goes into the extension or the editor, not to the endpoint. */
export function JoinPage() {
  const [copied, setCopied] = useState(false)
  const [printed = ''] = location.hash.slice(1).split('.')
  const isCode = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(printed)
  if (!isCode) {
    return (
      <main class="center">
        <div class="card stack">
          <h1>链接不完整</h1>
          <p>加入链接里没有加入码。请向管理员要完整的链接，或直接输入加入码。</p>
        </div>
      </main>
    )
  }
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
  }
  return (
    <main class="center">
      <div class="card stack">
        <h1>把这台电脑加入前哨</h1>
        <p>打开前哨插件的“设置”，在“服务端”里粘贴这个链接，点“加入”。</p>
        <p class="code">{printed}</p>
        <button type="button" class="primary" onClick={copy}>
          {copied ? '已复制' : '复制链接'}
        </button>
        <p class="note">加入码 24 小时内有效，只能用一次。</p>
      </div>
    </main>
  )
}
