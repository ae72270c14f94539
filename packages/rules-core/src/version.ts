/** Version of the engine, as verdicts and ledger entries state it; the same as the package's. */
export const ENGINE_VERSION = '0.1.0'
