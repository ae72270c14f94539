import { Empty, PageHead } from './page-head.tsx'
import { linkTo } from './state.ts'

/** An address of the endpoint, or a page of the dashboard, that does not exist. */
export function UnknownAddress() {
  return (
    <main class="center">
      <div class="card stack">
        <h1>没有这个地址</h1>
        <p>地址可能输错了，或者页面已经搬走。请从看板重新找。</p>
        <p>
          <a href="/">打开看板</a>
        </p>
      </div>
    </main>
  )
}

export function UnknownPage() {
  return (
    <>
      <PageHead title="没有这个页面" />
      <div class="body">
        <Empty what="看板里没有这个页面" why="链接可能不完整。左边是所有页面。">
          <a href={linkTo('overview')}>回到总览</a>
        </Empty>
      </div>
    </>
  )
}
