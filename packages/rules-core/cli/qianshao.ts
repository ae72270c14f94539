import { ENGINE_VERSION, PackError } from '@qianshao/rules-core'
import { audit, auditUsage } from './audit.ts'
import { auditTrail, auditTrailUsage } from './audit-trail.ts'
import { check, checkUsage } from './check.ts'
import { duties, dutiesUsage } from './duties.ts'
import { UnusableInput } from './read-draft.ts'
import { review, reviewUsage } from './review.ts'
import { sources, sourcesUsage } from './sources.ts'

const usages = [checkUsage, dutiesUsage, auditUsage, reviewUsage, auditTrailUsage, sourcesUsage]
const usage = [`前哨 ${ENGINE_VERSION}：发布前检查政府网站和政务新媒体的稿件`, ...usages].join('\n\n')

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check,
  duties,
  audit,
  review,
  'audit-trail': auditTrail,
  sources,
}

// The reader went away (`… | head`): nothing more to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2))

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(usage)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    console.log(ENGINE_VERSION)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(`没有“${name}”这个命令。\n\n${usage}`)
    return 2
  }
  try {
    return await command(args)
  } catch (error) {
    if (error instanceof UnusableInput || error instanceof PackError || isArgumentError(error)) {
      console.error(error.message)
      return 2
    }
    // Our own mistake. 1 would say that the drafts have findings, so it is 2, with everything that helps to find it.
    console.error(error)
    return 2
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
