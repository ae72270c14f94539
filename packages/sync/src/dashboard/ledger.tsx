import { printDay } from './beijing-time.ts'
import { EntryDetailCard } from './entry-detail.tsx'
import { EntryTable } from './entry-table.tsx'
import { Empty, PageHead } from './page-head.tsx'
import * as shapes from './shapes.ts'
import { choose, linkTo, route } from './state.ts'
import { useLoaded } from './use-loaded.ts'
import { entryNames, figureNames } from './words.zh-CN.ts'

// What a figure of the overview narrows the list to.
const WHOLE = { figure: undefined, from: undefined, kind: undefined, entry: undefined, before: undefined }

/** The ledger, newest first, and the chosen entry down to its clause. */
export function Ledger() {
  const { params } = route.value
  const query = new URLSearchParams()
  for (const name of ['office', 'kind', 'figure', 'from', 'before']) {
    const chosen = params.get(name)
    if (chosen) query.set(name, chosen)
  }
  const { value, fault, busy } = useLoaded(`/entries?${query}`, shapes.entries)
  const offices = useLoaded('/offices', shapes.offices).value?.offices ?? []
  const figure = shapes.figureName.safeParse(params.get('figure')).data
  const from = params.get('from')
  const isPart = figure !== undefined || from !== null
  const first = value?.lines[0]
  const entry = params.get('entry') ?? (first && `${first.office}/${first.id}`)
  const last = value?.lines.at(-1)
  return (
    <>
      <PageHead title="发布台账" scope="只有编号和统计，没有正文" asOf={value?.asOf} busy={busy}>
        <select
          aria-label="单位"
          value={params.get('office') ?? ''}
          onChange={(event) => choose({ office: event.currentTarget.value, entry: undefined, before: undefined })}
        >
          <option value="">全部单位</option>
          {offices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label="结果"
          value={params.get('kind') ?? ''}
          onChange={(event) => choose({ ...WHOLE, kind: event.currentTarget.value })}
        >
          <option value="">全部结果</option>
          {Object.entries(entryNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </PageHead>
      <div class="body">
        {fault !== undefined && <p class="fault">{fault}</p>}
        {isPart && (
          <p class="filter">
            只列出{from && `${printDay(from)}起的`}
            {figure ? `“${figureNames[figure]}”` : '记录'}。{' '}
            <a href={linkTo('ledger', { ...Object.fromEntries(params), ...WHOLE })}>看全部</a>
          </p>
        )}
        {value && value.lines.length === 0 && (
          <Empty what="没有记录" why={isPart ? '这段时间里没有这样的记录。' : '设备加入并检查或发布后，记录会出现在这里。'} />
        )}
        {value && value.lines.length > 0 && (
          <div class="two">
            <section class="card">
              <EntryTable lines={value.lines} asOf={value.asOf} chosen={entry?.split('/')[1]} />
              <p>
                {params.has('before') && (
                  <a href={linkTo('ledger', { ...Object.fromEntries(params), before: undefined, entry: undefined })}>回到最新</a>
                )}{' '}
                {value.more && last && (
                  <a href={linkTo('ledger', { ...Object.fromEntries(params), before: `${last.at}.${last.id}`, entry: undefined })}>
                    更早的记录
                  </a>
                )}
              </p>
            </section>
            {entry !== undefined && <EntryDetailCard key={entry} path={entry} asOf={value.asOf} />}
          </div>
        )}
      </div>
    </>
  )
}
