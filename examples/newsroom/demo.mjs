import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { loadCalendar, loadPacks, parseConfig, putAdministrator, seedOffice, serve } from '@qianshao/sync'
import { account, openNewsroom } from './newsroom.mjs'
import { importOfficeTables } from './office-tables.mjs'

const extension = fileURLToPath(new URL('../../packages/extension/.output/chrome-mv3', import.meta.url))

/** The district's endpoint and the town's CMS, both on loopback, with one office that has an account and columns. Prints where to look. */
export async function openDemo({ dataDir, endpointPort = 8787, newsroomPort = 8788 }) {
  const config = parseConfig({ PORT: String(endpointPort), DATA_DIR: dataDir })
  const endpoint = await serve(config, { packs: loadPacks(), calendar: loadCalendar() })
  const password = randomBytes(9).toString('base64url')
  await putAdministrator(endpoint, { name: 'admin', password })
  await seedOffice(endpoint, officeOf(`http://127.0.0.1:${newsroomPort}`))
  await importOfficeTables(endpoint.url, password, 'shiqiao')
  const newsroom = await openNewsroom({
    port: newsroomPort,
    endpoint: endpoint.url,
    joinLink: async () => (await endpoint.makeJoinCode('shiqiao')).link,
  })
  const extensionCode = await endpoint.makeJoinCode('shiqiao')
  console.log(`示例稿件系统　${newsroom.url}
  点“填入示例稿件”，再点“发布”：稿件被暂停。改好后在面板的“三审三校”里答完问题、签字，
  再在页面上方换登录人，由三个人依次签完；签字后改一个字，就要重签。

监督看板　　　${endpoint.url}
  登录名 admin　密码 ${password}

浏览器插件　　${extension}
  在 Chrome 或 Edge 打开 chrome://extensions，打开“开发者模式”，点“加载已解压的扩展程序”，选上面的文件夹；
  再到插件的设置里选“綦江区”，服务端填 ${endpoint.url}，加入码填 ${extensionCode.printed}（24 小时内有效，只能用一次）。

数据在 ${config.dataDir}；按 Ctrl+C 停止。`)
  return {
    endpoint,
    newsroom,
    password,
    close: async () => {
      await newsroom.close()
      await endpoint.close()
    },
  }
}

/** The office that publishes in the newsroom. */
export function officeOf(newsroomUrl) {
  return {
    id: 'shiqiao',
    name: '石桥镇人民政府',
    pack: 'cn-chongqing-qijiang',
    accounts: [
      { id: account, name: '石桥镇政府网站' },
      { id: 'wechat:gh_shiqiaozhen', name: '石桥镇发布（公众号）' },
      { id: 'weibo:1000000001', name: '石桥镇发布（微博）' },
    ],
    columns: [
      { account, id: 'dtyw', title: '动态要闻', class: 'dynamic-news' },
      { account, id: 'tzgg', title: '通知公告', class: 'notice-policy' },
      { account: 'wechat:gh_shiqiaozhen', id: 'gzh', title: '公众号', class: 'whole-account' },
    ],
    origins: [newsroomUrl],
  }
}
