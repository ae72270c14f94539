import { expect, test } from 'vitest'
import { parseHtml } from '../../cli/parse-html.ts'
import { readMarkup } from '../draft/read-markup.ts'
import { draftOf } from '../testing/drafts.ts'
import { hitsIn } from './found-in.ts'
import { markupPattern } from './markup-pattern.ts'

const options = { patterns: ['口令\\s?(?<hit>[a-z0-9@]{4,20})'], says: '写着口令' }

test('the description of a picture is looked at, the text is not', () => {
  const draft = readMarkup(parseHtml('<p>口令 abcd1<img src="a.png" alt="便签：口令 Zhang@0417"></p>'), {}, { surface: 'website' })
  expect(hitsIn(markupPattern, options, draft)).toMatchObject([{ role: 'image', canonical: 'zhang@0417' }])
})

test('the name of an attachment', () => {
  const draft = draftOf('见附件。', { attachments: [{ name: '口令ab12.docx', href: 'a.docx' }] })
  expect(hitsIn(markupPattern, options, draft)).toMatchObject([{ role: 'attachment', canonical: 'ab12' }])
})
