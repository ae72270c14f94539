// The child process in which one suite runs: its heap and its compiled code are its own.
const [file, options] = process.argv.slice(2)
const { measure } = await import(file)
process.send(await measure(JSON.parse(options)), () => process.exit(0))
