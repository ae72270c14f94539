// One cold start in a process of its own: pack texts come in on stdin, milliseconds go out.
import { readFileSync } from 'node:fs'

const packs = JSON.parse(readFileSync(0, 'utf8'))
const begin = performance.now()
const { loadPack, createChecker } = await import(process.argv[2])
const evaluated = performance.now()
const parsed = packs.map((pack) => loadPack(JSON.parse(pack)))
const read = performance.now()
createChecker(parsed)
const ready = performance.now()
console.log(JSON.stringify({ engine: evaluated - begin, packs: read - evaluated, checker: ready - read }))
