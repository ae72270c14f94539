/** Work that changes the database, run inside a transaction that others share. */
type Work<T> = () => T

interface Waiting {
  work: Work<unknown>
  resolve(value: unknown): void
  reject(cause: unknown): void
}

/**
 * One transaction for everything that arrived in a tick: a commit costs one flush to disk, however many wait for it.
 * A promise resolves after the commit, never before; work that throws is undone alone and rejects alone.
 */
export function createGroupCommit(exec: (sql: string) => void): <T>(work: Work<T>) => Promise<T> {
  let waiting: Waiting[] = []

  function flush(): void {
    const group = waiting
    waiting = []
    const done: (() => void)[] = []
    try {
      exec('BEGIN IMMEDIATE')
      for (const item of group) done.push(runAlone(item))
      exec('COMMIT')
    } catch (cause) {
      const reason = rollBack(exec, cause)
      for (const { reject } of group) reject(reason)
      return
    }
    for (const tell of done) tell()
  }

  function runAlone({ work, resolve, reject }: Waiting): () => void {
    exec('SAVEPOINT one')
    try {
      const value = work()
      exec('RELEASE one')
      return () => resolve(value)
    } catch (cause) {
      exec('ROLLBACK TO one')
      exec('RELEASE one')
      return () => reject(cause)
    }
  }

  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (waiting.length === 1) setImmediate(flush)
    })
}

// SQLite may have rolled back by itself (disk full), and then has no transaction left to undo; the first error is the one to report.
function rollBack(exec: (sql: string) => void, cause: unknown): unknown {
  try {
    exec('ROLLBACK')
    return cause
  } catch (error) {
    return error instanceof Error && error.message.includes('no transaction')
      ? cause
      : new AggregateError([cause, error], 'group-commit: 事务没有提交，也没有撤回')
  }
}
