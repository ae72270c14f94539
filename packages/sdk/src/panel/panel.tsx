import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Banner } from './banner.tsx'
import { DutiesTab } from './duties-tab.tsx'
import { pressing } from './duty-words.ts'
import { FindingsTab } from './findings-tab.tsx'
import { Icon } from './icons.tsx'
import type { Layout } from './layout.ts'
import { MarkCard } from './mark-card.tsx'
import { OutboxView } from './outbox-view.tsx'
import { Pill } from './pill.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { RuleSearch } from './rule-search.tsx'
import { SignOffStrip } from './sign-off-strip.tsx'
import { SignOffTab } from './sign-off-tab.tsx'
import { text } from './text.zh-CN.ts'
import { Toast } from './toast.tsx'
import { useDrag } from './use-drag.ts'
import type { Tab, View } from './view.ts'

export interface PanelProps {
  view: View
  layout: ReadonlySignal<Layout>
  announcement: ReadonlySignal<string>
  movePanel(by: { x: number; y: number } | 'home'): void
  movePill(by: { x: number; y: number }): void
  changeSide(): void
}

const SIZES = ['', ' large', ' larger']

/** Panel or pill, the dialog over them, and one polite live region. */
export function Panel({ view, layout, announcement, movePanel, movePill, changeSide }: PanelProps) {
  const { panel, pill } = layout.value
  const attempt = view.gate.attempt.value
  const open = view.open.value && panel !== undefined
  return (
    <div class={`root ${view.theme.value}${SIZES[view.size.value]}`} lang="zh-CN">
      {/* With no room for the panel the pill still stands; pressing it opens the dialog-sized sheet below. */}
      {open && panel ? (
        <aside
          class="panel"
          aria-label={text.name}
          style={{ left: `${panel.left}px`, top: `${panel.top}px`, width: `${panel.width}px`, height: `${panel.height}px` }}
        >
          <Whole view={view} movePanel={movePanel} changeSide={changeSide} />
        </aside>
      ) : view.open.value ? (
        <Sheet view={view} movePanel={movePanel} changeSide={changeSide} />
      ) : (
        <Pill view={view} place={pill} onMove={movePill} />
      )}
      {attempt && <PublishDialog view={view} attempt={attempt} />}
      {!view.open.value && view.desk.toast.value && !attempt && (
        <div class="mini said" style={{ left: `${Math.max(8, pill.left - 160)}px`, top: `${pill.top - 60}px` }}>
          <Toast view={view} />
        </div>
      )}
      {view.atMark.value && !attempt && <MarkCard view={view} at={view.atMark.value} />}
      <p class="sr" role="status" aria-live="polite" aria-atomic="true">
        {announcement.value}
      </p>
    </div>
  )
}

/** Where there is no room beside the host's controls, opening is the person's wish: a sheet over the page, closed by one key. */
function Sheet(props: Pick<PanelProps, 'view' | 'movePanel' | 'changeSide'>) {
  return (
    <div class="veil">
      <aside class="panel" aria-label={text.name} style={{ inset: '8px auto 8px auto', width: 'min(392px, 96vw)' }}>
        <Whole {...props} />
      </aside>
    </div>
  )
}

function Whole({ view, movePanel, changeSide }: Pick<PanelProps, 'view' | 'movePanel' | 'changeSide'>) {
  return (
    <>
      <Head view={view} movePanel={movePanel} changeSide={changeSide} />
      <Banner view={view} />
      {view.review && <SignOffStrip view={view} review={view.review} />}
      <Tabs view={view} />
      <Body view={view} />
      <Foot view={view} />
      <Toast view={view} />
    </>
  )
}

function Head({ view, movePanel, changeSide }: Pick<PanelProps, 'view' | 'movePanel' | 'changeSide'>) {
  const drag = useDrag(movePanel)
  return (
    <div class="head">
      <span class="logo">
        <Icon name="flag" size={16} />
      </span>
      <strong>{text.name}</strong>
      <span class="account">{view.accountName}</span>
      <button
        type="button"
        class="tool"
        aria-label={`${text.head.size}：${text.sizes[view.size.value]}`}
        title={`${text.head.size}：${text.sizes[view.size.value]}`}
        onClick={() => view.setSize((view.size.value + 1) % SIZES.length)}
      >
        <Icon name="size" size={18} />
      </button>
      <button
        type="button"
        class="tool grip"
        aria-label={text.head.move}
        title={text.head.move}
        onDblClick={() => movePanel('home')}
        onPointerDown={drag.start}
        onKeyDown={drag.keys(() => true)}
      >
        <Icon name="grip" size={18} />
      </button>
      <button type="button" class="tool" aria-label={text.head.dock} title={text.head.dock} onClick={changeSide}>
        <Icon name="dock" size={18} />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={text.head.fold}
        title={text.head.fold}
        onClick={() => {
          view.setOpen(false)
          view.leave()
        }}
      >
        <Icon name="fold" size={18} />
      </button>
    </div>
  )
}

function Tabs({ view }: { view: View }) {
  const tabs = tabsOf(view)
  const counts: Partial<Record<Tab, number>> = { findings: view.desk.open.value.length, duties: pressing(view.duties?.owed.value).length }
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    view.tab.value = tabs[(tabs.indexOf(view.tab.value as (typeof tabs)[number]) + step + tabs.length) % tabs.length]!
  }
  return (
    <div class="tabs" role="tablist" onKeyDown={keys}>
      {tabs.map((tab) => (
        <button
          type="button"
          key={tab}
          role="tab"
          id={`tab-${tab}`}
          aria-controls="tab-body"
          aria-selected={view.tab.value === tab}
          tabIndex={view.tab.value === tab ? 0 : -1}
          class="tab"
          onClick={() => (view.tab.value = tab)}
        >
          {text.tabs[tab]}
          {(counts[tab] ?? 0) > 0 && <small>{counts[tab]}</small>}
        </button>
      ))}
    </div>
  )
}

function tabsOf({ review, duties }: View): readonly Exclude<Tab, 'outbox'>[] {
  return ['findings', ...(review ? (['review'] as const) : []), ...(duties ? (['duties'] as const) : []), 'rules']
}

function Body({ view }: { view: View }) {
  const box = useRef<HTMLDivElement>(null)
  const { tab } = view
  const current = view.desk.current.value
  useEffect(() => {
    if (current) box.current?.querySelector(`[data-card="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div
      ref={box}
      class="body"
      id="tab-body"
      role="tabpanel"
      tabIndex={-1}
      aria-labelledby={tab.value === 'outbox' ? undefined : `tab-${tab.value}`}
    >
      {tab.value === 'findings' ? (
        <FindingsTab view={view} />
      ) : tab.value === 'review' && view.review ? (
        <SignOffTab view={view} review={view.review} />
      ) : tab.value === 'duties' && view.duties ? (
        <DutiesTab duties={view.duties} />
      ) : tab.value === 'rules' ? (
        <RuleSearch view={view} />
      ) : (
        <OutboxView view={view} />
      )}
    </div>
  )
}

function Foot({ view }: { view: View }) {
  return (
    <div class="foot">
      <Icon name="lock" size={14} />
      <span>
        {view.desk.why.value === 'not-recognised' && view.pasted.value === undefined ? text.outbox.nothingRead : text.outbox.privacy}
      </span>
      <button type="button" onClick={() => (view.tab.value = view.tab.value === 'outbox' ? 'findings' : 'outbox')}>
        {text.outbox.button(view.outbox.waiting.value + view.outbox.aside.value)}
      </button>
    </div>
  )
}
