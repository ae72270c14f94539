// The child process in which one suite runs: its heap and its compiled code are its own.
// Whoever is asked to stop ends by itself, so that browsers and servers it started end too.
process.once('SIGTERM', () => process.exit(1))

const [file, options] = process.argv.slice(2)
const { measure } = await import(file)
// Row by row, so that what was measured is kept when the rest is stopped.
const tell = (message) => new Promise((told) => process.send(message, told))
for await (const row of await measure(JSON.parse(options))) await tell({ row })
await tell({ whole: true })
process.exit(0)
