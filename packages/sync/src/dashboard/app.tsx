import { useEffect, useRef, useState } from 'preact/hooks'
import { AccountsPage } from './accounts.tsx'
import { Refusal, readSession } from './api.ts'
import { Duties } from './duties.tsx'
import { GuidancePage } from './guidance.tsx'
import { JoinPage } from './join-page.tsx'
import { Ledger } from './ledger.tsx'
import { Nav } from './nav.tsx'
import { OfficePage } from './office.tsx'
import { OverviewPage } from './overview.tsx'
import { SignIn } from './sign-in.tsx'
import { route, session } from './state.ts'
import { UnknownAddress, UnknownPage } from './unknown-page.tsx'

const PAGES: Record<string, () => preact.JSX.Element> = {
  overview: OverviewPage,
  duties: Duties,
  guidance: GuidancePage,
  accounts: AccountsPage,
  office: OfficePage,
  ledger: Ledger,
}

export function App() {
  const [fault, setFault] = useState<string>()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    readSession().then(
      (found) => {
        session.value = found
      },
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'sign-in') session.value = null
        else setFault(error.message)
      },
    )
  }, [])
  if (location.pathname === '/join') return <JoinPage />
  if (location.pathname !== '/') return <UnknownAddress />
  if (fault !== undefined) return <p class="center fault">{fault}</p>
  if (session.value === undefined) return <p class="center note">正在打开</p>
  if (session.value === null) return <SignIn />
  const Page = PAGES[route.value.page] ?? UnknownPage
  return (
    <div class="frame">
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        跳到正文
      </button>
      <Nav />
      <main ref={main} class="page" tabIndex={-1}>
        <Page />
      </main>
    </div>
  )
}
