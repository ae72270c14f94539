// An invented account book and register for the demo's office, imported as a person would: signed in, over the dashboard's own routes.
const TABLES = {
  '单位.csv': `单位,类别,主管领导,制度,安全管理人员,专栏网址
石桥镇人民政府,街镇,罗某某,网站栏目内容分解保障制度、网站内容发布审核制度、网站值班巡查应急处置制度,冯某（兼职）,http://www.cqqj.gov.cn/jz/sqz`,
  '账号.csv': `单位,账号名称,平台,认证信息,主管单位,备案编号,备案日期,运维人员,技术安全,内容安全,菜单,最近更新时间,状态
石桥镇人民政府,石桥镇发布,微信公众号,石桥镇人民政府,区政府办公室,BA-2024-021,2024-03-05,冯某,区电子政务中心,镇党政办,渝快办 https://zwykb.cq.gov.cn/,{recent},在用
石桥镇人民政府,石桥旅游,微信订阅号,某某文化传播有限公司,区政府办公室,,,,区电子政务中心,镇党政办,渝快办 https://zwykb.cq.gov.cn/,2025-01-17,在用
石桥镇人民政府,石桥镇发布,微博,石桥镇人民政府官方微博,区政府办公室,BA-2024-022,2024-03-05,冯某,区电子政务中心,镇党政办,渝快办 https://zwykb.cq.gov.cn/,{recent},在用`,
  '网站.csv': `单位,站点,网址,开办主体,主管单位,运维人员,技术安全,内容安全,菜单
石桥镇人民政府,石桥镇专栏,http://www.cqqj.gov.cn/jz/sqz,石桥镇人民政府,区政府办公室,冯某,区电子政务中心,镇党政办,渝快办 https://zwykb.cq.gov.cn/`,
  '后台账户.csv': `单位,后台账户,使用人,实名,上次改密,密码长度
石桥镇人民政府,shiqiao01,冯某,是,{recent},12
石桥镇人民政府,shiqiao02,冯某、何某,是,2025-02-10,6`,
}

/** Letters and applications of the office: one answered, one waiting. */
const REGISTER = `事件,时间,编号
收到留言,{days:40} 09:00,L-18
回复,{days:38} 15:00,L-18
收到留言,{days:3} 10:20,L-21
申请,{days:26} 11:00,S-07
`

/** Imports both if the office has none yet: what somebody imported into the demo stays. */
export async function importOfficeTables(endpoint, password, office) {
  const signedIn = await fetch(`${endpoint}/api/session`, { method: 'POST', body: JSON.stringify({ name: 'admin', password }) })
  if (!signedIn.ok) throw new Error(`office-tables: ${await signedIn.text()}`)
  const { csrf } = await signedIn.json()
  const headers = { cookie: signedIn.headers.get('set-cookie').split(';')[0], 'x-csrf-token': csrf }
  const { offices } = await (await fetch(`${endpoint}/api/accounts`, { headers })).json()
  if (offices.find(({ id }) => id === office)?.records === 0) {
    const recent = dayBefore(1)
    for (const [name, table] of Object.entries(TABLES)) {
      const body = table.replaceAll('{recent}', recent)
      const answer = await fetch(`${endpoint}/api/accounts/${office}?file=${encodeURIComponent(name)}`, { method: 'PUT', headers, body })
      if (!answer.ok) throw new Error(`office-tables: ${await answer.text()}`)
    }
  }
  const registers = (await (await fetch(`${endpoint}/api/duties`, { headers })).json()).offices
  if (registers.find(({ id }) => id === office)?.registered === 0) {
    const body = REGISTER.replace(/\{days:(\d+)\}/g, (_, days) => dayBefore(Number(days)))
    const answer = await fetch(`${endpoint}/api/registers/${office}?file=${encodeURIComponent('登记表.csv')}`, {
      method: 'PUT',
      headers,
      body,
    })
    if (!answer.ok) throw new Error(`office-tables: ${await answer.text()}`)
  }
  await fetch(`${endpoint}/api/session`, { method: 'DELETE', headers })
}

/** The Beijing day so many days ago. */
function dayBefore(days) {
  return new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
}
