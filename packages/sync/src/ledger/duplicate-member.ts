const NAME_OR_STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g

/**
 * Says whether a JSON text names a member twice in one object. Parsers keep the last one and drop the rest silently,
 * so two readers could see two different entries in the same bytes (protocol.md §0.1).
 */
export function hasDuplicateMember(text: string, parsed: unknown): boolean {
  let named = 0
  for (const match of text.matchAll(NAME_OR_STRING)) if (match[1] !== undefined) named += 1
  return named !== countMembers(parsed)
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value).reduce((sum: number, member) => sum + countMembers(member), 0)
  return Array.isArray(value) ? inner : inner + Object.keys(value).length
}
