import type { OptionsPage } from './open-options.ts'
import { TextRow } from './row.tsx'

/** Who writes, and which accounts the pages publish to. */
export function AccountSection({ page }: { page: OptionsPage }) {
  const { personName, wechatAccount, weiboAccount } = page.settings.value
  return (
    <>
      <section class="card">
        <h2>使用人</h2>
        <TextRow
          title="姓名"
          note="只在本机显示。台账里记的是编号，不记姓名。"
          value={personName}
          maxLength={20}
          placeholder="如：林谷雨"
          save={(value) => page.save('personName', value)}
        />
      </section>
      <section class="card">
        <h2>账号</h2>
        <TextRow
          title="公众号原始 ID"
          note="gh_ 开头。页面上认得出账号时自动填写，认不出时用这里的。"
          value={wechatAccount.replace('wechat:', '')}
          placeholder="gh_0123456789ab"
          save={(value) => savedOr('公众号原始 ID 以 gh_ 开头，后面是字母和数字。', page.save('wechatAccount', value && `wechat:${value}`))}
        />
        <TextRow
          title="微博 UID"
          note="一串数字，在微博个人主页的网址里。"
          value={weiboAccount.replace('weibo:', '')}
          placeholder="1234567890"
          save={(value) => savedOr('微博 UID 只有数字，最多 20 位。', page.save('weiboAccount', value && `weibo:${value}`))}
        />
      </section>
    </>
  )
}

async function savedOr(explained: string, saved: Promise<string | undefined>): Promise<string | undefined> {
  return (await saved) && `${explained}没有保存。`
}
