/** The hosts whose editors the extension knows; nothing else is ever matched. */
export const hosts = ['mp.weixin.qq.com', 'weibo.com', 'www.weibo.com', 'card.weibo.com'] as const

/** Match patterns of both content scripts. */
export const matches: string[] = hosts.map((host) => `https://${host}/*`)
