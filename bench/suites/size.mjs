// What entry points weigh; `pnpm size` prints the same rows.
import { buildExtension, sizeRows } from '../sizes.mjs'

export async function measure({ quick }) {
  // A quick run weighs the extension that was built last, if there is one.
  if (!quick) buildExtension()
  return sizeRows()
}
