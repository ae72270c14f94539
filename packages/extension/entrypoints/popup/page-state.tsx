import { AskIcon, ClearIcon, FlagIcon, HoldIcon, UncheckedIcon } from '../../look/icons.tsx'
import type { TabView } from '../../messages.ts'

/** The decision about the page in this tab, first of all and in one sentence. */
export function PageState({ view, openPanel }: { view: TabView | null; openPanel: () => void }) {
  const { kind, icon, title, sub, button } = describe(view)
  return (
    <section class={`state ${kind}`} role="status">
      <div class="state-line">
        <span class="state-icon">{icon}</span>
        <div>
          <h2>{title}</h2>
          <p>{sub}</p>
        </div>
      </div>
      {button && (
        <button type="button" class="button primary wide" onClick={openPanel}>
          {button}
        </button>
      )}
    </section>
  )
}

function describe(view: TabView | null) {
  if (!view) {
    return { kind: 'none', icon: <FlagIcon />, title: '这个网页不用检查', sub: '不是公众号或微博的发布页', button: undefined }
  }
  const { decision, hold, ask, hint } = view.banner
  const hints = hint > 0 ? `另有 ${hint} 条提示` : ''
  switch (decision) {
    case 'hold':
      return {
        kind: 'hold',
        icon: <HoldIcon />,
        title: '暂不能发布',
        sub: ask > 0 ? `${hold} 处须改 · ${ask} 处待核对` : `${hold} 处须改`,
        button: '去看问题',
      }
    case 'review':
      return { kind: 'ask', icon: <AskIcon />, title: '请逐项核对', sub: `${ask} 处待核对`, button: '去看问题' }
    case 'clear':
      return {
        kind: 'clear',
        icon: <ClearIcon />,
        title: '未发现问题',
        sub: hints || '“未发现问题”不代替人工审核',
        button: hint > 0 ? '去看提示' : undefined,
      }
    case 'empty':
      return { kind: 'none', icon: <FlagIcon />, title: '还没有稿件', sub: '写几个字，就会开始检查', button: undefined }
    case 'unchecked':
      return {
        kind: 'un',
        icon: <UncheckedIcon />,
        title: '本页未受检查',
        sub: view.pack ? '没有认出正文编辑区' : '规则包没有读出来，请在设置里重新选择',
        button: view.pack ? '看怎么办' : undefined,
      }
  }
}
