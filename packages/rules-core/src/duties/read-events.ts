import type { Surface } from '../draft/draft.ts'
import type { Duty, EventKind } from '../pack/schema.ts'
import type { RegisteredEvent } from './account-duties.ts'
import { beijingDay } from './days.ts'
import type { PlannedSilence } from './duty.ts'
import { eventKindNames } from './event-words.ts'
import { readInstant } from './read-instant.ts'

/** One row of a register, whatever the file: the members of a JSON object, or the cells under their headers. */
export interface EventRow {
  /** What a person calls it: 第 3 行. */
  place: string
  members: Readonly<Record<string, unknown>>
}

export interface ReadEvents {
  events: readonly RegisteredEvent[]
  /** Rows of 停更: when nothing will be published, and why. */
  silences: readonly PlannedSilence[]
  /** Every row that cannot be used, and why. With problems nothing should be counted: a register with gaps gives wrong dates. */
  problems: readonly { place: string; problem: string }[]
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['事件', '事件类型', '类型', '类别', 'type'],
  at: ['时间', '日期', '发生时间', 'date', 'time'],
  surface: ['渠道', '平台', 'platform'],
  column: ['栏目', '栏目类别'],
  ref: ['编号', '编码', '标识'],
  account: ['账号', '账号名称'],
  duty: ['事项', '时限'],
  draftRef: ['稿件', '稿件编号'],
  until: ['到', '截至', '结束', '结束时间', '至'],
  reason: ['事由', '原因', '说明'],
}

const KIND_WORDS: Readonly<Record<string, EventKind>> = {
  ...Object.fromEntries(Object.entries(eventKindNames).map(([kind, name]) => [name, kind as EventKind])),
  更新: 'published',
  推送: 'published',
  收到留言: 'received',
  收到来信: 'received',
  来信: 'received',
  留言: 'received',
  回应: 'replied',
  办结: 'replied',
  申请: 'applied',
  依申请公开: 'applied',
  同意: 'decided',
  批准: 'decided',
  报备: 'filed',
  转报: 'forwarded',
  转发: 'forwarded',
  上报: 'reported',
  报送: 'reported',
  检查: 'reported',
  培训: 'reported',
  巡检: 'reported',
  悬挂: 'hung',
  公告悬挂: 'hung',
  公告撤下: 'removed',
  临时下线: 'offline',
  恢复上线: 'online',
  活动结束: 'survey-closed',
  反馈: 'feedback',
  公开反馈: 'feedback',
}

const SURFACE_WORDS: Readonly<Record<string, Surface>> = {
  网站: 'website',
  政府网站: 'website',
  web: 'website',
  微信: 'wechat',
  公众号: 'wechat',
  微信公众号: 'wechat',
  微博: 'weibo',
  客户端: 'app',
  其他: 'other-media',
}
const SURFACES: readonly string[] = ['website', 'wechat', 'weibo', 'app', 'other-media'] satisfies readonly Surface[]

/** The columns of an empty register. */
export const eventHeader: readonly string[] = ['事件', '时间', '账号', '渠道', '栏目', '编号', '事项', '稿件', '到', '事由']

/** Reads rows of a register. Headers and words are taken as registers have them; a time without a zone is Beijing time. */
export function readEvents(rows: readonly EventRow[], duties: readonly Duty[]): ReadEvents {
  const events: RegisteredEvent[] = []
  const silences: PlannedSilence[] = []
  const problems: { place: string; problem: string }[] = []
  for (const { place, members } of rows) {
    const fields = named(members)
    const read = SILENCE_WORDS.includes(fields.kind ?? '') ? silenceFrom(fields, duties) : eventFrom(fields, duties)
    if (typeof read === 'string') problems.push({ place, problem: read })
    else if ('from' in read) silences.push(read)
    else events.push(read)
  }
  return { events, silences, problems }
}

function eventFrom(fields: Readonly<Record<string, string>>, duties: readonly Duty[]): RegisteredEvent | string {
  const { kind = '', at = '', surface = '', duty = '', column, ref, draftRef, account } = fields
  const known = Object.hasOwn(eventKindNames, kind) ? (kind as EventKind) : Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind] : undefined
  if (!known) return kind === '' ? '没有写事件' : `不认识的事件“${kind}”，可用：${Object.values(eventKindNames).join('、')}、停更`
  const read = readInstant(at, 12)
  if (!read) return at === '' ? '没有写时间' : `“${at}”不是存在的时间，写作 2026-03-01 09:00`
  const where = SURFACES.includes(surface.toLowerCase())
    ? (surface.toLowerCase() as Surface)
    : Object.hasOwn(SURFACE_WORDS, surface.toLowerCase())
      ? SURFACE_WORDS[surface.toLowerCase()]
      : undefined
  if (surface !== '' && !where) return `不认识的渠道“${surface}”，可用：网站、微信、微博、客户端、其他`
  const asked = dutyNamed(duty, duties)
  if (duty !== '' && !asked) return `规则包里没有“${duty}”这项时限`
  return {
    kind: known,
    at: read.at,
    ...(where && { surface: where }),
    ...(asked && { duty: asked.id }),
    ...filled({ column, ref, draftRef, account }),
  }
}

const SILENCE_WORDS = ['停更', '计划停更', '暂停更新']
const LONGEST_REASON = 100

function silenceFrom(fields: Readonly<Record<string, string>>, duties: readonly Duty[]): PlannedSilence | string {
  const { at = '', until = '', reason = '', duty = '' } = fields
  const [first, last] = [readInstant(at, 12), readInstant(until === '' ? at : until, 12)]
  if (!first || !last) return '停更要写从哪天（时间）到哪天（到），写作 2026-03-01'
  const [from, to] = [beijingDay(first.at), beijingDay(last.at)]
  if (from > to) return `停更的结束日 ${to} 早于开始日 ${from}`
  if (reason === '') return '停更要写事由'
  const asked = dutyNamed(duty, duties)
  if (duty !== '' && !asked) return `规则包里没有“${duty}”这项时限`
  return { from, to, reason: reason.slice(0, LONGEST_REASON), ...(asked && { duty: asked.id }) }
}

function dutyNamed(name: string, duties: readonly Duty[]): Duty | undefined {
  return duties.find(({ id, title }) => id === name || title === name)
}

function filled(fields: Readonly<Record<string, string | undefined>>): Partial<RegisteredEvent> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

/** Members under the names that we use; what else a register holds is ignored. */
function named(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(members).flatMap(([title, value]) => {
    const name = nameOf(title)
    return name === undefined || value === null || value === undefined ? [] : [[name, String(value).trim()] as const]
  })
  return Object.fromEntries(entries)
}

function nameOf(title: string): string | undefined {
  const bare = title.replace(/\s|（.*?）|\(.*?\)/g, '')
  return Object.entries(FIELDS).find(
    ([name, words]) => name === bare || name.toLowerCase() === bare.toLowerCase() || words.includes(bare),
  )?.[0]
}
