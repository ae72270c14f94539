// Everything CI asks for, in one run: types, lint, generated pages, build, unit tests, browser tests.
// The last line adds all of it up as `N passed, N failed`; a step that is not a test counts as one.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}test/.results`
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0

step('build', 'pnpm', ['run', 'build'])
step('types', 'pnpm', ['run', 'types'])
step('lint', 'pnpm', ['run', 'lint'])
step('reference pages are current', 'node', ['scripts/build-reference.mjs', '--check'])
tests('unit')
tests('browser')

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function step(name, command, args) {
  console.log(`\n── ${name}`)
  if (run(command, args) === 0) {
    passed += 1
    return
  }
  failed += 1
  console.log(`failed: ${name}`)
}

function tests(project) {
  console.log(`\n── tests: ${project}`)
  const outputFile = `${results}/${project}.json`
  const status = run('pnpm', [
    'exec',
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
  ])
  const report = readReport(outputFile)
  passed += report.numPassedTests
  // A run that broke outside a test (an import error, a crash) has no failed test of its own, but has failed.
  failed += Math.max(report.numFailedTests, status === 0 ? 0 : 1)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    console.error(`no test report: ${cause.message}`)
    return { numPassedTests: 0, numFailedTests: 1 }
  }
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
}
