import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import * as z from 'zod/mini'
import { ask } from '../../messages.ts'
import { type Jurisdiction, jurisdictions } from '../../settings.ts'
import type { OptionsPage } from './open-options.ts'

const shown = z.looseObject({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  documents: z.array(z.looseObject({ title: z.string(), number: z.optional(z.string()), standing: z.string() })),
})
const STANDING: Readonly<Record<string, string>> = { 'in-force': '现行有效', consultation: '征求意见稿', repealed: '已废止' }

/** Which documents bind this office. */
export function PackSection({ page }: { page: OptionsPage }) {
  const { jurisdiction } = page.settings.value
  const chain = useSignal<readonly z.infer<typeof shown>[]>([])
  const offered = useSignal<readonly Jurisdiction[]>([])
  const wrong = useSignal<string | undefined>(undefined)
  useEffect(() => {
    ask('packs.chain', { id: jurisdiction }).then(
      (packs) => {
        chain.value = z.array(shown).parse(packs)
        wrong.value = undefined
      },
      () => {
        chain.value = []
        wrong.value = '这个规则包没有读出来，页面上不会检查。请换一个规则包，或重新安装插件。'
      },
    )
  }, [jurisdiction])
  useEffect(() => {
    void ask('packs.offered', {}).then((ids) => {
      offered.value = ids
    })
  }, [])
  return (
    <>
      <section class="card">
        <h2>地区</h2>
        <div class="row">
          <label class="row-text" for="jurisdiction">
            按哪里的规定检查
          </label>
          <select id="jurisdiction" onChange={(event) => void page.save('jurisdiction', event.currentTarget.value as Jurisdiction)}>
            {offered.value.map((id) => (
              <option key={id} value={id} selected={id === jurisdiction}>
                {jurisdictions[id]}
              </option>
            ))}
          </select>
        </div>
        {wrong.value && <p class="wrong">{wrong}</p>}
      </section>
      {[...chain.value].reverse().map(({ id, title, version, documents }) => (
        <section class="card" key={id}>
          <h2>
            {title} <span class="chip">{version}</span>
          </h2>
          <ul class="documents">
            {documents.map((document) => (
              <li key={document.title}>
                《{document.title}》{document.number && <span class="note">{document.number}</span>}
                <span class="chip">{STANDING[document.standing] ?? document.standing}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
