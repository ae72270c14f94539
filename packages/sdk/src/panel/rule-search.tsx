import type { Example, Rule } from '@qianshao/rules-core'
import { categoryNames } from '@qianshao/rules-core'
import Fuse from 'fuse.js'
import { useMemo, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

const SHOWN = 30

/** Looks a rule up while writing. The examples are the rule's own, so they are what it does. */
export function RuleSearch({ view: { desk } }: { view: View }) {
  const { rules } = desk.checker
  const [query, setQuery] = useState('')
  const fuse = useMemo(() => searchable(rules), [rules])
  const wanted = query.trim()
  const found = wanted === '' ? rules : fuse.search(wanted, { limit: SHOWN }).map(({ item }) => item.rule)
  return (
    <>
      <label class="searchbox">
        <Icon name="search" />
        <span class="sr">{text.search.label}</span>
        <input type="search" value={query} placeholder={text.search.placeholder} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      {found.length === 0 ? (
        <div class="blank">
          <p>{text.search.none(wanted)}</p>
          <button type="button" class="btn small" onClick={() => setQuery('')}>
            {text.search.all}
          </button>
        </div>
      ) : (
        <>
          <p class="note">{text.search.count(found.length)}</p>
          <ol class="cards">
            {found.slice(0, SHOWN).map((rule, i) => (
              <li key={rule.id}>
                <RuleEntry rule={rule} open={wanted !== '' && i === 0} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

function RuleEntry({ rule, open }: { rule: Rule; open: boolean }) {
  return (
    <details class="box" open={open}>
      <summary>
        <b>{categoryNames[rule.category]}</b>　{rule.message}
      </summary>
      <Examples title={text.search.flag} examples={rule.examples.flag} />
      <Examples title={text.search.pass} examples={rule.examples.pass} />
      <p class="note">
        {rule.id} v{rule.major}　{rule.clauseIds.join('、')}
      </p>
    </details>
  )
}

function Examples({ title, examples }: { title: string; examples: readonly Example[] }) {
  const shown = examples.map(exampleText).filter((example) => example !== '')
  if (shown.length === 0) return null
  return (
    <>
      <h4 class="note">{title}</h4>
      {shown.slice(0, 2).map((example) => (
        <p class="quote" key={example}>
          {example}
        </p>
      ))}
    </>
  )
}

/** Examples hold invented numbers; they are shown as they are written, without the brackets that mark the hit. */
function exampleText(example: Example): string {
  const raw = typeof example === 'string' ? example : 'html' in example ? '' : Object.values(example).join('　')
  return raw.replaceAll('[[', '').replaceAll(']]', '').slice(0, 120)
}

function searchable(rules: readonly Rule[]): Fuse<{ rule: Rule; name: string; message: string; examples: string }> {
  const items = rules.map((rule) => ({
    rule,
    name: categoryNames[rule.category],
    message: rule.message,
    examples: rule.examples.flag.map(exampleText).join(' '),
  }))
  const keys = [{ name: 'name', weight: 3 }, { name: 'message', weight: 2 }, 'examples', 'rule.id']
  return new Fuse(items, { keys, threshold: 0.35, ignoreLocation: true, minMatchCharLength: 1 })
}
