import type { ReadonlySignal } from '@preact/signals'
import type { OwedDuties } from '@qianshao/rules-core'
import type { Delivery } from '../../delivery.ts'
import { GearIcon, LockIcon, Logo, TickIcon } from '../../look/icons.tsx'
import type { TabView } from '../../messages.ts'
import { jurisdictions, type Settings } from '../../settings.ts'
import { MostUrgent } from './most-urgent.tsx'
import { PageState } from './page-state.tsx'

/** What the tool bar's button opens: how the page in this tab stands, and for whom it is checked. */
export function Popup(parts: {
  view: TabView | null
  settings: Settings
  repaired: readonly string[]
  owed: ReadonlySignal<OwedDuties | null>
  delivery: ReadonlySignal<Delivery>
  openPanel: (at: 'findings' | 'duties') => void
  openOptions: (section: string) => void
}) {
  const { view, settings, repaired, owed, delivery, openPanel, openOptions } = parts
  const guarded = view !== null && view.banner.decision !== 'unchecked'
  return (
    <main>
      <header>
        <Logo />
        <h1>前哨</h1>
        {guarded && (
          <span class="chip done">
            <TickIcon size={14} />
            在守护
          </span>
        )}
        <button type="button" class="gear" aria-label="设置" onClick={() => openOptions('account')}>
          <GearIcon />
        </button>
      </header>
      <PageState view={view} openPanel={() => openPanel('findings')} />
      <MostUrgent owed={owed.value} all={view ? () => openPanel('duties') : undefined} />
      <dl>
        <dt>账号</dt>
        <dd>{accountText(view, settings)}</dd>
        <dt>规则包</dt>
        <dd>
          {jurisdictions[view?.pack?.id ?? settings.jurisdiction]} {view?.pack?.version}
        </dd>
        <dt>外发箱</dt>
        <dd>
          <button type="button" class="link" onClick={() => openOptions('outbox')}>
            {deliveryText(delivery.value)}
          </button>
        </dd>
      </dl>
      {repaired.length > 0 && <p class="wrong repaired">这些设置没有读出来，已用默认值：{repaired.join('、')}。</p>}
      <footer>
        <LockIcon size={15} />
        <span>稿件只在本机检查，不上传</span>
        <button type="button" class="link" onClick={() => openOptions('account')}>
          设置
        </button>
      </footer>
    </main>
  )
}

function accountText(view: TabView | null, settings: Settings): string {
  const account = view?.account || settings.wechatAccount || settings.weiboAccount
  if (account === '') return '还没有填写'
  if (account.endsWith(':unregistered')) return '没有认出账号，请在设置里填写'
  return account.replace(/^wechat:/, '公众号 ').replace(/^weibo:/, '微博 ')
}

function deliveryText({ waiting, aside, state }: Delivery): string {
  if (state === 'stopped') return '本机已停用，记录仍保存在本机'
  const refused = aside > 0 ? `，${aside} 条没有被接收` : ''
  if (waiting === 0) return aside > 0 ? `${aside} 条没有被接收` : '空'
  return `${waiting} 条待发${refused}`
}
