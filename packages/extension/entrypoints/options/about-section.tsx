import { browser } from 'wxt/browser'
import type { OptionsPage } from './open-options.ts'
import { Row } from './row.tsx'

/** What leaves this computer, in three sentences. */
export function AboutSection(_: { page: OptionsPage }) {
  return (
    <>
      <section class="card">
        <h2>隐私</h2>
        <ul class="plain">
          <li>稿件只在本机检查，不上传。没有网络时检查照常进行。</li>
          <li>发出的只有规则编号、次数、位置、加密后的代号和遮盖过的片段（两端各最多两个字），在“外发箱”里逐字可看。</li>
          <li>不读取登录凭据和口令，不替人发布，不改动页面。</li>
        </ul>
      </section>
      <section class="card">
        <h2>关于</h2>
        <Row title="版本" note={browser.runtime.getManifest().version} />
      </section>
    </>
  )
}
