// `pnpm size`: what each entry point weighs against its budget. Ends with 1 when one weighs more, or could not be weighed.
import { buildPacks } from './packs.mjs'
import { plainTable, tally } from './rows.mjs'
import { buildExtension, sizeRows } from './sizes.mjs'

buildPacks()
if (!buildExtension()) console.error('size: the extension could not be built')
const rows = await sizeRows()
console.log(`${plainTable(rows)}\n\n${tally(rows)}`)
process.exit(rows.every(({ met }) => met === 'yes') ? 0 : 1)
