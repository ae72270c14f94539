import { useState } from 'preact/hooks'
import type { Overview } from './shapes.ts'
import { Sparkline } from './sparkline.tsx'
import { categoryName } from './words.zh-CN.ts'

// A share of so few posts says nothing.
const FEWEST_POSTS = 5

/** Which kinds of findings: per hundred posts, most frequent first, with twelve weeks each; raw counts in the table twin. */
export function CategoryLines({ categories, published, since }: { categories: Overview['categories']; published: number; since: string }) {
  const [asTable, setAsTable] = useState(false)
  const few = published < FEWEST_POSTS
  return (
    <>
      <header>
        <h2>哪类问题多</h2>
        <span class="note">{few ? '篇数少，不计比例' : '每百篇处数，折线为近 12 周'}</span>
        <button type="button" class="link end" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? '看图' : '看表格'}
        </button>
      </header>
      {categories.length === 0 && <p class="note">{since}没有记录到问题。</p>}
      {asTable ? (
        <Table categories={categories} published={published} few={few} />
      ) : (
        <ul class="rows">
          {categories.slice(0, 6).map(({ category, found, weeks }) => (
            <li key={category}>
              <span>{categoryName(category)}</span>
              <Sparkline weeks={weeks} name={categoryName(category)} />
              <b class="number">{few ? '' : perHundred(found, published)}</b>
              <span class="note number">{found} 处</span>
            </li>
          ))}
        </ul>
      )}
      <p class="note">问题多不等于管得差：装得早、发得多的单位命中也多。</p>
    </>
  )
}

function Table({ categories, published, few }: { categories: Overview['categories']; published: number; few: boolean }) {
  return (
    <table>
      <thead>
        <tr>
          <th>类别</th>
          <th class="number">本期处数</th>
          <th class="number">每百篇</th>
          <th class="number">近 12 周处数</th>
        </tr>
      </thead>
      <tbody>
        {categories.map(({ category, found, weeks }) => (
          <tr key={category}>
            <td>{categoryName(category)}</td>
            <td class="number">{found}</td>
            <td class="number">{few ? '' : perHundred(found, published)}</td>
            <td class="number">{weeks.reduce((sum, count) => sum + count, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function perHundred(found: number, published: number): string {
  return ((found / published) * 100).toFixed(1)
}
