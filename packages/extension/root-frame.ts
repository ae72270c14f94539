/** The outermost window that this one may read: a frame of the same origin is guarded by the page that holds it. */
export function rootFrame(page: Window): Window {
  let root: Window = page
  while (root !== root.parent && isReadable(root.parent)) root = root.parent
  return root
}

function isReadable(other: Window): boolean {
  try {
    return Boolean(other.document)
  } catch {
    // Another origin: the browser throws, and that is the answer.
    return false
  }
}
