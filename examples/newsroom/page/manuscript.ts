import type { ReviewHome } from '@qianshao/sdk'

/** What the CMS keeps of the manuscript on the desk. */
export interface Manuscript {
  title: string
  source: string
  column: string
  html: string
}

/** The CMS's server, as the page talks to it. */
export async function openManuscript(): Promise<{ article: Manuscript; save(article: Manuscript): Promise<string | undefined> }> {
  const { version, ...article } = await (await fetch('/api/manuscript')).json()
  let latest: number = version
  // One after another, so that each save knows the version before it.
  let saving: Promise<string | undefined> = Promise.resolve(undefined)
  return {
    article,
    save(next) {
      saving = saving.then(async () => {
        const answer = await send('PUT', '/api/manuscript', { ...next, version: latest })
        if (typeof answer.version === 'number') latest = answer.version
        return answer.problem
      })
      return saving
    },
  }
}

/** The review as the CMS keeps it; before an act the manuscript is saved, so that the server can see what is signed. */
export function reviewOfCms(saveNow: () => Promise<string | undefined>): ReviewHome {
  return {
    signsBy: 'login',
    read: async () => (await fetch('/api/manuscript/review')).json(),
    async write(change) {
      const unsaved = change.change === 'act' ? await saveNow() : undefined
      if (unsaved !== undefined) throw new Error(unsaved)
      const answer = await send('POST', '/api/manuscript/review', change)
      if (answer.problem !== undefined) throw new Error(answer.problem)
      return answer
    },
  }
}

export async function login(person: string): Promise<void> {
  await send('PUT', '/api/login', { person })
}

// biome-ignore lint/suspicious/noExplicitAny: the CMS's own answers; what 前哨 gets of them it parses itself.
async function send(method: string, path: string, body: unknown): Promise<any> {
  const answer = await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return answer.json()
}
