import type { Finding } from '@qianshao/rules-core'
import { categoryNames, countKinds, kindOf } from '@qianshao/rules-core'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { textareaEditor } from '../editor/textarea.ts'
import { isEmpty } from '../live/look.ts'
import type { Look } from '../live/watch.ts'
import { excerpt } from './excerpt.ts'
import { fixLabel } from './fix.ts'
import { KindLabel } from './icons.tsx'
import { placeName } from './place-name.ts'
import { text } from './text.zh-CN.ts'
import type { View } from './view.ts'

/** Where a page's editor is not recognised: the draft is pasted here and checked by the same rules. Nothing of it is kept or recorded. */
export function PastedText({ view }: { view: View }) {
  const { desk, pasted } = view
  const field = useRef<HTMLTextAreaElement>(null)
  const [look, setLook] = useState<Look | undefined>()
  const editor = useMemo(() => textareaEditor(() => field.current, { publish: () => [], meta: () => desk.metaOfPasted }), [desk])
  const check = () => {
    pasted.value = field.current?.value ?? ''
    setLook(desk.checkApart(editor.read()))
  }
  useEffect(() => {
    field.current?.focus()
    check()
  }, [])
  return (
    <section class="box">
      <label class="field">
        <span>{text.pasted.label}</span>
        <textarea
          ref={field}
          class="pasted"
          defaultValue={pasted.value}
          onInput={(event) => !event.isComposing && check()}
          onCompositionEnd={check}
        />
      </label>
      <p class="note">{text.pasted.note}</p>
      <p class="section" role="status">
        <b>{look ? sentenceOf(look) : ''}</b>
      </p>
      <ol class="cards">
        {look?.verdict?.findings.map((finding, i) => (
          <li key={i}>
            <Found
              look={look}
              finding={finding}
              reveal={() => finding.at && editor.reveal(finding.at)}
              fix={(words) => finding.at && editor.replace?.(finding.at, words)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Found({ look, finding, reveal, fix }: { look: Look; finding: Finding; reveal(): void; fix(words: string): void }) {
  const kind = kindOf(finding)
  const draft = look.draft!
  const label = fixLabel(finding)
  return (
    <article class={`card ${kind}`}>
      <div class="row">
        <h3>
          <KindLabel kind={kind} word={text.kind[kind]} />
          {categoryNames[finding.category]}
        </h3>
        <button type="button" class="at" onClick={reveal}>
          {placeName(draft, finding)}
        </button>
      </div>
      <p class="message">{finding.message}</p>
      <p class="quote">
        {excerpt(draft, finding, look.verdict!.findings).map((part, i) => (
          <span class={part.found ? 'found' : ''} key={i}>
            {part.text}
          </span>
        ))}
      </p>
      {label !== undefined && (
        <button type="button" class="btn small primary" onClick={() => fix(finding.replacement!)}>
          {label}
        </button>
      )}
    </article>
  )
}

function sentenceOf(look: Look): string {
  if (look.kind === 'unchecked') return text.why[look.why]
  if (isEmpty(look.draft)) return ''
  const { hold, ask, hint } = countKinds(look.verdict.findings)
  const counts = text.counts(hold, ask)
  return [counts || text.pasted.clear, hint > 0 && text.hints(hint)].filter(Boolean).join('，')
}
