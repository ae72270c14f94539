import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { printTime } from './beijing-time.ts'

/** Title, scope, the time the figures are from, and what can be done. */
export function PageHead(props: {
  title: string
  scope?: string | undefined
  asOf?: number | undefined
  busy?: boolean
  children?: ComponentChildren
}) {
  const { title, scope, asOf, busy = false, children } = props
  useEffect(() => {
    document.title = `${title} - 前哨看板`
  }, [title])
  return (
    <header class="head">
      <h1>{title}</h1>
      {scope !== undefined && <span class="scope">{scope}</span>}
      <div class="acts">
        <span class="note" role="status">
          {asOf !== undefined && `数据到 ${printTime(asOf, asOf)}`}
          {busy && ' 正在更新'}
        </span>
        {children}
      </div>
    </header>
  )
}

export function Empty({ what, why, children }: { what: string; why: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <b>{what}</b>
      <p>{why}</p>
      {children}
    </div>
  )
}
