// The child process in which one suite runs: its heap and its compiled code are its own.
// Whoever is asked to stop ends by itself, so that browsers and servers it started end too.
process.once('SIGTERM', () => process.exit(1))

const [file, options] = process.argv.slice(2)
const { measure } = await import(file)
process.send(await measure(JSON.parse(options)), () => process.exit(0))
