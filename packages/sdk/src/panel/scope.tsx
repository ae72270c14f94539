import type { Draft } from '@qianshao/rules-core'
import { Icon } from './icons.tsx'
import { text } from './text.zh-CN.ts'

const FIELD_NAMES = { title: '标题', summary: '摘要', author: '作者', source: '来源' } as const

/** What was read this time, and what was not: silence is never a green tick. */
export function Scope({ draft }: { draft: Draft }) {
  const notRead = notReadIn(draft)
  return (
    <>
      <section class="section">
        <h3>{text.scope.read}</h3>
        <ul class="plain">
          {readIn(draft).map((line) => (
            <li key={line}>
              <Icon name="check" />
              {line}
            </li>
          ))}
        </ul>
      </section>
      {notRead.length > 0 && (
        <section class="section">
          <h3>{text.scope.notRead}</h3>
          <ul class="plain not">
            {notRead.map((line) => (
              <li key={line}>
                <Icon name="unchecked" />
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function readIn(draft: Draft): readonly string[] {
  const fields = Object.entries(FIELD_NAMES).filter(([role]) => draft.blocks.some((block) => block.role === role))
  const body = draft.blocks.filter(
    ({ role, text: words }) => (role === 'body' || role === 'caption' || role === 'cell') && words.trim() !== '',
  )
  const letters = body.reduce((total, block) => total + block.text.replace(/\s/g, '').length, 0)
  const alts = draft.images.filter(({ alt }) => alt !== '').length
  return [
    fields.length > 0 && text.scope.fields(fields.map(([, name]) => name).join('、')),
    body.length > 0 && text.scope.body(body.length, letters),
    draft.tables.length > 0 && text.scope.tables(draft.tables.length),
    draft.links.length > 0 && text.scope.links(draft.links.length),
    alts > 0 && text.scope.alts(alts),
  ].filter((line): line is string => typeof line === 'string')
}

function notReadIn(draft: Draft): readonly string[] {
  const images = draft.images.filter(({ kind }) => kind === 'image').length
  const media = draft.images.length - images
  return [
    images > 0 && text.scope.images(images),
    media > 0 && text.scope.media(media),
    ...draft.attachments.map(({ name }) => text.scope.attachment(name)),
  ].filter((line): line is string => typeof line === 'string')
}
