/** The single script for pages without a bundler: everything of the sdk, and what of the engine a page needs, as `Qianshao`. */
export { createChecker, loadPack, PackError, parsePack } from '@qianshao/rules-core'
export * from './index.ts'
