import { parseConfig } from '../config.ts'
import { seedOffice } from '../seed-office.ts'
import { serve } from '../serve.ts'
import { officeForm, pack } from './open-endpoint.ts'

// A whole endpoint in a process of its own, to be killed: prints where it listens, a join code and the authority.
const endpoint = await serve(parseConfig({ ...process.env, PORT: '0' }), { packs: [pack] })
await seedOffice(endpoint, officeForm)
const { code } = await endpoint.makeJoinCode(officeForm.id)
process.stdout.write(`${JSON.stringify({ url: endpoint.url, code, authority: endpoint.keys.authority.kid })}\n`)
