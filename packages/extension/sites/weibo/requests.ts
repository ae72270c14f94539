import type { OutgoingRule, SentText } from '../outgoing.ts'

const weibo = ['weibo.com', 'www.weibo.com']
const card = ['card.weibo.com']

/** A post carries its text; an article (头条文章) is published by id, and its text is what the latest accepted save carried. */
export const requests: readonly OutgoingRule[] = [
  {
    hosts: weibo,
    path: /^\/ajax\/statuses\/update$/,
    act: 'publish',
    // How a timed post differs is not known; it is checked all the same, and counted as sent now.
    texts: (fields) => post(fields.content),
  },
  // Editing a published post publishes the new text.
  { hosts: weibo, path: /^\/ajax\/statuses\/modify$/, act: 'publish', texts: (fields) => post(fields.content) },
  {
    hosts: card,
    path: /^\/article\/v\d+\/aj\/editor\/draft\/save$/,
    act: 'save',
    draftKey: (fields, query) => query.get('id') || fields.id || '',
    texts: (fields) => [
      { title: fields.title ?? '', summary: fields.summary ?? '', author: fields.writer ?? '', html: fields.content ?? '' },
    ],
    savedAs: accepted,
  },
  {
    hosts: card,
    path: /^\/article\/v\d+\/aj\/editor\/draft\/publish$/,
    act: 'publish',
    draftKey: (fields, query) => query.get('id') || fields.id || '',
    texts: (fields) => post(fields.text),
    scheduled: (fields) => Number(fields.timestamp ?? 0) > 0,
  },
  {
    hosts: card,
    path: /^\/article\/v\d+\/aj\/editor\/draft\/publishtiming$/,
    act: 'publish',
    draftKey: (fields, query) => query.get('id') || fields.id || '',
    texts: (fields) => post(fields.text),
    scheduled: () => true,
  },
]

function post(text: string | undefined): SentText[] {
  return text === undefined ? [] : [{ plain: text }]
}

// Both codes have been seen for success; the first also as a number.
function accepted(answer: unknown): { key?: string } | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { code } = answer as { code?: unknown }
  return code === undefined || ['100000', 'A00006'].includes(String(code)) ? {} : undefined
}
