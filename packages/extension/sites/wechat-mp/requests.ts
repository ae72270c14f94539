import type { Fields, OutgoingRule, SentText } from '../outgoing.ts'

const hosts = ['mp.weixin.qq.com']

/** A save carries up to eight articles, each field numbered from 0. */
const MOST_ARTICLES = 8

/**
 * The last word before a mass-send is `masssend`, which names a saved draft and carries no text: what it publishes is
 * what the latest accepted `operate_appmsg` save of that draft carried. Saves themselves always pass.
 */
export const requests: readonly OutgoingRule[] = [
  {
    hosts,
    path: /^\/cgi-bin\/operate_appmsg$/,
    act: 'save',
    except: (query) => !['create', 'update'].includes(query.get('sub') ?? ''),
    draftKey: (fields, query) => draftId(fields.AppMsgId || fields.appmsgid || query.get('appmsgid')),
    texts: articles,
    savedAs: accepted,
  },
  {
    hosts,
    path: /^\/cgi-bin\/masssend$/,
    act: 'publish',
    // Asks whether somebody else has declared the text original; nothing is sent.
    except: (query) => query.get('action') === 'get_appmsg_copyright_stat',
    draftKey: (fields, query) => draftId(fields.appmsgid || query.get('appmsgid')),
    scheduled: (fields, query) => query.get('action') === 'time_send' || Number(fields.send_time ?? 0) > 0,
  },
]

function articles(fields: Fields): SentText[] {
  const found: SentText[] = []
  for (let i = 0; i < MOST_ARTICLES; i += 1) {
    const html = fields[`content${i}`]
    const title = fields[`title${i}`]
    if (html === undefined && title === undefined) break
    found.push({ title: title ?? '', summary: fields[`digest${i}`] ?? '', author: fields[`author${i}`] ?? '', html: html ?? '' })
  }
  return found
}

function accepted(answer: unknown): { key?: string } | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { base_resp: base, ret, appMsgId } = answer as { base_resp?: { ret?: unknown }; ret?: unknown; appMsgId?: unknown }
  if (String(base?.ret ?? ret ?? '0') !== '0') return undefined
  return appMsgId === undefined ? {} : { key: draftId(String(appMsgId)) }
}

// The page writes a draft without id as "", "0" or "undefined".
function draftId(value: string | null | undefined): string {
  return value && value !== '0' && value !== 'undefined' ? value : ''
}
