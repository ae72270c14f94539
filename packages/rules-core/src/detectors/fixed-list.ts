import * as z from 'zod/mini'
import { fold } from '../text/fold.ts'
import { contextOptions, prepareWeighing } from './context.ts'
import { defineTextDetector, isAwake, NO_HITS } from './define-detector.ts'
import type { Hit, TextPlace } from './detector.ts'

const line = z
  .string()
  .check(z.maxLength(400), z.regex(/^[^：、]{2,20}：[^：、]{2,40}(?:、[^：、]{2,40}){2,15}$/, '写作“名称：第一项、第二项、第三项”'))
/** What may stand between the name of a list and its members: “四个意识”，即… */
const LEADS_IN = /^[”"」》]?[,，:(\s]{0,2}(?:即|就是|是指|包括|分别是|是)?[::\s]{0,2}$/
const REACH = 12

interface FixedList {
  name: string
  members: readonly string[]
}

/**
 * Finds a fixed list whose members stand in another order, and, right behind the list's name, one with a member missing or strange.
 * `lists`: “name：first、second、third” each, in the order that is right. Members beside each other without the name are free to differ.
 */
export const fixedList = defineTextDetector({
  name: 'fixed-list',
  options: z.strictObject({ lists: z.array(line).check(z.minLength(1)), contexts: contextOptions }),
  // A stretch begins with a member and has another behind it.
  witness: ({ lists }) => lists.map((written) => [{ words: readList(written).members.map((member) => `${member}、`) }]),
  prepare({ lists, contexts }) {
    const weigh = prepareWeighing(contexts)
    const ready = lists.map((written) => readList(written))
    return (text, place, awake) => (text.includes('、') ? search(text, place, awake) : NO_HITS)

    function* search(text: string, place: TextPlace, awake: number): Generator<Hit> {
      for (const [i, list] of ready.entries()) {
        if (!isAwake(i, ready.length, awake)) continue
        for (const { start, end, items } of runsOf(list, text)) {
          const problem = problemOf(list, items, text.slice(Math.max(0, start - REACH - list.name.length), start))
          if (!problem) continue
          const trace = [{ effect: 'for' as const, text: problem }]
          const found = weigh({ start, end, replacement: list.members.join('、'), trace }, text, place)
          if (found) yield found
        }
      }
    }
  },
})

function readList(written: string): FixedList {
  const [name = '', members = ''] = written.split('：')
  return { name: fold(name).text, members: members.split('、').map((member) => fold(member).text) }
}

/** Stretches that begin and end with a member and have 、 between their items. */
function* runsOf({ members }: FixedList, text: string): Generator<{ start: number; end: number; items: readonly string[] }> {
  let from = 0
  while (from < text.length) {
    const first = firstOf(members, text, from)
    if (!first) return
    const items = [first.member]
    let end = first.start + first.member.length
    while (text[end] === '、' && items.length <= members.length * 2) {
      const own = members.find((member) => text.startsWith(member, end + 1))
      const item = own ?? /^[^、,，。;；:“”\n]{1,16}(?=、)/.exec(text.slice(end + 1, end + 20))?.[0]
      if (item === undefined) break
      items.push(item)
      end += 1 + item.length
    }
    // A strange item at the end belongs to the sentence, not to the list.
    while (!members.includes(items.at(-1)!)) end -= 1 + items.pop()!.length
    // Behind a 、 something longer began before.
    if (items.length > 1 && text[first.start - 1] !== '、') yield { start: first.start, end, items }
    from = Math.max(end, first.start + 1)
  }
}

function firstOf(members: readonly string[], text: string, from: number): { member: string; start: number } | undefined {
  let first: { member: string; start: number } | undefined
  for (const member of members) {
    const start = text.indexOf(`${member}、`, from)
    if (start >= 0 && (!first || start < first.start)) first = { member, start }
  }
  return first
}

function problemOf({ name, members }: FixedList, items: readonly string[], before: string): string | undefined {
  if (items.every((item, i) => item === members[i]) && items.length === members.length) return undefined
  const isWhole = items.length === members.length && members.every((member) => items.includes(member))
  if (isWhole) return `“${name}”各项的次序不对`
  const at = before.lastIndexOf(name)
  if (at < 0 || !LEADS_IN.test(before.slice(at + name.length))) return undefined
  const strange = items.find((item) => !members.includes(item))
  return strange === undefined ? `“${name}”的各项不全或重复` : `“${name}”里没有“${strange}”`
}
