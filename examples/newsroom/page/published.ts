interface Published {
  title: string
  at: number
}

/** Shows what the CMS's server has published, newest first. */
export async function showPublished(list: HTMLElement): Promise<void> {
  const articles: Published[] = await (await fetch('/api/articles')).json()
  if (articles.length === 0) return
  list.replaceChildren(
    ...articles.map(({ title, at }) => {
      const item = document.createElement('li')
      const time = document.createElement('time')
      time.dateTime = new Date(at).toISOString()
      time.textContent = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(at)
      item.append(title || '（无标题）', time)
      return item
    }),
  )
}
