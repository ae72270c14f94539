import { signOut } from './api.ts'
import flag from './flag.svg'
import { Icon, type IconName } from './icon.tsx'
import { chooseSize, chooseTheme, type Size, size, type Theme, theme } from './look.ts'
import { linkTo, route, session } from './state.ts'

const PAGES: readonly [page: string, name: string, icon: IconName][] = [
  ['overview', '总览', 'home'],
  ['duties', '时限', 'calendar'],
  ['guidance', '指引', 'book'],
  ['accounts', '账号台账', 'badge'],
  ['office', '单位', 'building'],
  ['ledger', '发布台账', 'list'],
]

export function Nav() {
  const leave = async () => {
    await signOut()
    session.value = null
  }
  return (
    <nav class="nav" aria-label="页面">
      <div class="brand">
        <img src={flag} alt="" />
        <span>
          <b>前哨</b>
          <small>监督看板</small>
        </span>
      </div>
      <ul class="pages">
        {PAGES.map(([page, name, icon]) => (
          <li key={page}>
            <a href={linkTo(page)} aria-current={route.value.page === page ? 'page' : undefined}>
              <Icon name={icon} />
              {name}
            </a>
          </li>
        ))}
      </ul>
      <footer>
        {session.value?.rootIsHere && <p class="note">根密钥和签发密钥放在同一处，请保管好数据文件夹和它的备份。</p>}
        <label class="field">
          字号
          <select value={size.value} onChange={(event) => chooseSize(event.currentTarget.value as Size)}>
            <option value="standard">标准</option>
            <option value="large">大</option>
            <option value="largest">特大</option>
          </select>
        </label>
        <label class="field">
          颜色
          <select value={theme.value} onChange={(event) => chooseTheme(event.currentTarget.value as Theme)}>
            <option value="system">随系统</option>
            <option value="light">浅色</option>
            <option value="dark">深色</option>
            <option value="hc">高对比</option>
          </select>
        </label>
        <p class="note">
          {session.value?.administrator}，只读统计，不含稿件
          <button type="button" class="link" onClick={leave}>
            退出
          </button>
        </p>
      </footer>
    </nav>
  )
}
