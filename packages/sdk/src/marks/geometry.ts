/** A rectangle of the top window, in CSS pixels. */
export interface Rect {
  left: number
  top: number
  width: number
  height: number
}

/** Where a range stands, one rectangle a line; a range of a frame's document is measured from the frame's corner. */
export function rectsOfRange(range: Range): readonly Rect[] {
  const frame = range.startContainer.ownerDocument?.defaultView?.frameElement
  const corner = frame?.getBoundingClientRect()
  const left = corner ? corner.left + frame!.clientLeft : 0
  const top = corner ? corner.top + frame!.clientTop : 0
  return byLine([...range.getClientRects()].map((rect) => new DOMRect(rect.left + left, rect.top + top, rect.width, rect.height)))
}

/** A browser gives a rectangle for every text node; those that stand on one line are one. */
export function byLine(rects: readonly Rect[]): readonly Rect[] {
  const lines: Rect[] = []
  for (const rect of rects) {
    const last = lines.at(-1)
    const sameLine = last && rect.top < last.top + last.height / 2 && rect.top + rect.height > last.top + last.height / 2
    if (!last || !sameLine) {
      lines.push({ left: rect.left, top: rect.top, width: rect.width, height: rect.height })
      continue
    }
    const right = Math.max(last.left + last.width, rect.left + rect.width)
    const bottom = Math.max(last.top + last.height, rect.top + rect.height)
    last.left = Math.min(last.left, rect.left)
    last.top = Math.min(last.top, rect.top)
    last.width = right - last.left
    last.height = bottom - last.top
  }
  return lines
}

/** An element's own rectangle in the top window, also from inside a frame. */
export function boxOf(element: Element): Rect {
  const box = element.getBoundingClientRect()
  const frame = element.ownerDocument.defaultView?.frameElement
  if (!frame) return box
  const corner = frame.getBoundingClientRect()
  return new DOMRect(box.left + corner.left + frame.clientLeft, box.top + corner.top + frame.clientTop, box.width, box.height)
}

/**
 * Whether the middle of a rectangle shows something else than `shown`: scrolled away inside its own box, or covered by a menu of the
 * host. What we draw lies over everything, so it must not be drawn there.
 */
export function isHidden(rect: Rect, shown: Element): boolean {
  const visible = shown.ownerDocument === document ? shown : shown.ownerDocument.defaultView?.frameElement
  const found = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)
  // Our own panel lies higher still, so nothing drawn shows through it.
  if (found?.localName === 'qianshao-panel') return false
  return !visible || !found || !(visible.contains(found) || holds(visible, found))
}

// The editor may lie inside a shadow root, where the window only sees the root's host.
function holds(element: Element, found: Element): boolean {
  const root = element.getRootNode()
  return root instanceof ShadowRoot && root.host.contains(found)
}

/** The element that is edited: the field itself, or the outermost editable element around a node. */
export function editableAround(node: Node): Element | undefined {
  let element = node instanceof (node.ownerDocument?.defaultView ?? window).Element ? (node as Element) : node.parentElement
  let found: Element | undefined
  for (; element; element = element.parentElement) {
    if (element.matches('[contenteditable=""],[contenteditable="true"],[contenteditable="plaintext-only"],textarea,input')) found = element
  }
  return found ?? node.ownerDocument?.body ?? undefined
}
