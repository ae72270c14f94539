/** A constructed sheet: a content security policy without inline styles does not stop it. */
export function applySheet(root: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
    return
  }
  const style = document.createElement('style')
  style.textContent = css
  ;(root as ShadowRoot).append(style)
}
