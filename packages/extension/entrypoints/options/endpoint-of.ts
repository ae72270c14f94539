/** Which endpoint a join code or link is for: a link names it, a code needs the address that was entered. */
export function endpointOf(codeOrLink: string, entered: string): { endpoint: string } | { wrong: string } {
  const given = codeOrLink.trim()
  if (given === '') return { wrong: '请先填写加入码或加入链接。' }
  if (URL.canParse(given) && /^https?:/i.test(given)) {
    const link = new URL(given)
    if (!/\/join$/.test(link.pathname) || link.hash === '') return { wrong: '这不是加入链接。链接形如 https://……/join#……，请整段粘贴。' }
    return { endpoint: link.origin }
  }
  return entered === '' ? { wrong: '只有加入码时，请先填写服务端地址。' } : { endpoint: entered }
}
