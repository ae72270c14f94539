import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { compareCode } from '../crypto/compare-code.ts'
import type { JoinCodeShape, OfficeShape, Offices } from '../dashboard/shapes.ts'
import { makeJoinCode } from '../join/join-code.ts'
import { Refused } from '../problem.ts'
import { readBody } from '../read-body.ts'
import { OfficeError, officeForm, seedOffice } from '../seed-office.ts'
import type { Office } from '../store/store.ts'
import { missingEntries } from '../view/missing-entries.ts'

/** Offices with their accounts, columns and devices; making a join code; comparing a device's code; stopping a device. */
export function officeRoutes(context: Context): Hono {
  const { store, clock, packs } = context
  const routes = new Hono()

  routes.get('/', async (c) => {
    const offices = await Promise.all((await store.offices()).map((office) => officeShape(context, office)))
    const titles = packs.map(({ id, title, version }) => ({ id, title, version }))
    return c.json({ asOf: clock.now(), offices, packs: titles } satisfies Offices)
  })

  routes.put('/:id', async (c) => {
    const json = parseJson(await readBody(c.req.raw, 65_536))
    const form = officeForm.safeParse(json)
    const problems = form.success
      ? []
      : form.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), problem: message }))
    if (form.success && form.data.id !== c.req.param('id')) problems.push({ path: 'id', problem: '单位编号不能改' })
    if (!form.success || problems.length > 0) return c.json(formRefusal(problems), 400)
    try {
      const office = await seedOffice(context, form.data)
      return c.json((await officeShape(context, office)) satisfies OfficeShape)
    } catch (error) {
      if (error instanceof OfficeError) return c.json(formRefusal(error.problems), 400)
      throw error
    }
  })

  routes.post('/:id/join-codes', async (c) => {
    const office = await knownOffice(context, c.req.param('id'))
    const { printed, link, expiresAt } = await makeJoinCode(context, office.id)
    return c.json({ printed, link, expiresAt } satisfies JoinCodeShape)
  })

  routes.post('/:id/devices/:device/revoke', async (c) => {
    const office = await knownOffice(context, c.req.param('id'))
    const isNew = await store.revokeDevice(office.id, c.req.param('device'), clock.now())
    if (!isNew) throw new Refused('not-found', '没有这台在用的设备，请刷新页面。')
    return c.json((await officeShape(context, office)) satisfies OfficeShape)
  })

  // A device cannot prove by which way it joined, so every one waits for the administrator's eyes.
  routes.post('/:id/devices/:device/compared', async (c) => {
    const office = await knownOffice(context, c.req.param('id'))
    const isKnown = await store.markCompared(office.id, c.req.param('device'), clock.now())
    if (!isKnown) throw new Refused('not-found', '没有这台在用的设备，请刷新页面。')
    return c.json((await officeShape(context, office)) satisfies OfficeShape)
  })
  return routes
}

async function knownOffice({ store }: Context, id: string): Promise<Office> {
  const office = await store.office(id)
  if (!office) throw new Refused('not-found', '没有这个单位，请刷新页面。')
  return office
}

async function officeShape({ store, keys }: Context, office: Office): Promise<OfficeShape> {
  const [devices, tails] = await Promise.all([store.devices(office.id), store.deviceTails(office.id)])
  const { id, name, pack, accounts, columns, origins } = office
  return {
    id,
    name,
    pack,
    accounts: [...accounts],
    columns: [...columns],
    origins: [...origins],
    devices: devices.map((device) => {
      const tail = tails.find((candidate) => candidate.device === device.id)
      const { joinedAt, expiresAt, revokedAt, comparedAt, host } = device
      return {
        id: device.id,
        name: device.name,
        host,
        joinedAt,
        expiresAt,
        revokedAt,
        compareCode: compareCode(device.kid, keys.authority.kid),
        comparedAt,
        lastAt: tail?.lastAt ?? null,
        stored: tail?.stored ?? 0,
        missing: tail ? missingEntries([tail]) : 0,
      }
    }),
  }
}

function formRefusal(problems: readonly { path: string; problem: string }[]) {
  return { status: 400, code: 'malformed', title: '有几处需要改，改好再保存。', problems }
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
