import type { Finding, Kind } from '@qianshao/rules-core'
import { kindOf } from '@qianshao/rules-core'
import type { EditorAdapter } from '../editor/adapter.ts'
import { boxOf, isHidden, type Rect } from './geometry.ts'
import { editableOf, placesOf, rectsOf } from './places.ts'

/** A sign beside a block: its worst kind, and the first finding of that kind, whose card a click shows. */
export interface GutterSign {
  kind: Kind
  finding: Finding
  left: number
  top: number
  /** The edited element, whose ground decides between light and dark. */
  beside: Element
}

/** Pixels. The sign is a target of 24, with two of air at each side. */
const NEEDS = 28
export const SIGN = 24

const FROM_WORST: readonly Kind[] = ['hold', 'ask', 'hint']
const CONTROLS = 'a[href],button,input,select,textarea,summary,[role="button"],[role="link"],[role="menuitem"],[role="tab"]'

/** One sign a block, outside the edited element; none where there is no room or where something of the host can be pressed. */
export function gutterSigns(editor: EditorAdapter, findings: readonly Finding[]): readonly GutterSign[] {
  const signs: GutterSign[] = []
  for (const [blockId, worst] of worstByBlock(findings)) {
    const [place] = placesOf(editor, { blockId, start: 0, end: 1 })
    const beside = place && editableOf(place)
    const [line] = place ? rectsOf(place) : []
    if (!beside || !line) continue
    const sign = besideLine(worst, line, beside)
    if (!sign) continue
    // The cells of one table row share a line, and so a sign: the worst of them.
    const taken = signs.findIndex(({ left, top }) => left === sign.left && Math.abs(top - sign.top) < SIGN)
    if (taken < 0) signs.push(sign)
    else if (FROM_WORST.indexOf(sign.kind) < FROM_WORST.indexOf(signs[taken]!.kind)) signs[taken] = sign
  }
  return signs
}

function worstByBlock(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const worst = new Map<string, Finding>()
  for (const finding of findings) {
    if (!finding.at || finding.at.end <= finding.at.start) continue
    const before = worst.get(finding.at.blockId)
    if (!before || FROM_WORST.indexOf(kindOf(finding)) < FROM_WORST.indexOf(kindOf(before))) worst.set(finding.at.blockId, finding)
  }
  return worst
}

function besideLine(finding: Finding, line: Rect, beside: Element): GutterSign | undefined {
  const left = boxOf(beside).left - NEEDS + 2
  const top = line.top + line.height / 2 - SIGN / 2
  if (left < 2 || isHidden(line, beside)) return undefined
  const under = document.elementFromPoint(left + SIGN / 2, top + SIGN / 2)
  if (under?.closest(CONTROLS)) return undefined
  return { kind: kindOf(finding), finding, left, top, beside }
}
