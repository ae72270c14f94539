/** An element of a parsed tree, whoever parsed it: the browser's DOM, parse5 or another HTML5 parser. Names are lower case, entities decoded. */
export interface MarkupNode {
  name: string
  attrs: Readonly<Record<string, string>>
  children: readonly (MarkupNode | string)[]
}

/** Visits the elements and texts under a node in document order; `enter` answers whether to go inside. No recursion: pages may be nested deeply. */
export function visit(node: MarkupNode, enter: (child: MarkupNode | string) => boolean): void {
  const stack: (MarkupNode | string)[] = [...node.children].reverse()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!enter(next) || typeof next === 'string') continue
    for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i]!)
  }
}
