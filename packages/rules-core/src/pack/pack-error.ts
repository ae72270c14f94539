import type * as z from 'zod/mini'

export interface PackProblem {
  /** Where in the pack, as `rules[2].severity`. */
  path: string
  /** What is wrong and what is expected, in Chinese, for the pack's author. */
  problem: string
}

/** A pack that cannot be used; lists every problem with its path. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly problems: readonly PackProblem[]

  constructor(packId: string, problems: readonly PackProblem[]) {
    const lines = problems.map(({ path, problem }) => `  ${path || '（整个文件）'}：${problem}`)
    super(`规则包 ${packId} 有 ${problems.length} 处问题，没有启用：\n${lines.join('\n')}`)
    this.problems = problems
  }
}

/** A schema's issues as problems, each with its path below `base`. */
export function problemsOf(error: z.core.$ZodError, base: readonly PropertyKey[] = []): PackProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, base))
}

export function printPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, part) => (typeof part === 'number' ? `${written}[${part}]` : written ? `${written}.${String(part)}` : String(part)),
    '',
  )
}

function problemsOfIssue(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): PackProblem[] {
  const path = [...base, ...issue.path]
  const at = (problem: string): PackProblem[] => [{ path: printPath(path), problem }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: printPath([...path, key]), problem: '没有这个字段' }))
    case 'invalid_type':
      return at(`应是${TYPE_NAMES[issue.expected] ?? issue.expected}`)
    case 'invalid_value':
      return at(`只能是 ${issue.values.map(String).join('、')}`)
    case 'too_small':
      return at(
        issue.origin === 'string'
          ? `至少 ${issue.minimum} 个字`
          : issue.origin === 'array'
            ? `至少 ${issue.minimum} 项`
            : `不小于 ${issue.minimum}`,
      )
    case 'too_big':
      return at(
        issue.origin === 'string'
          ? `至多 ${issue.maximum} 个字`
          : issue.origin === 'array'
            ? `至多 ${issue.maximum} 项`
            : `不大于 ${issue.maximum}`,
      )
    case 'invalid_union': {
      // The form that came nearest says most: the one with the fewest complaints.
      const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length)
      return nearest && nearest.length > 0 ? nearest.flatMap((inner) => problemsOfIssue(inner, path)) : at('不是认识的写法')
    }
    default:
      return at(issue.message || '写法不对')
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
}
