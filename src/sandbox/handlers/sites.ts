// /sites. elevate-api.md section 5.
import { created, ok, refuse } from '../answer.ts'
import type { Call, Handler } from '../call.ts'
import { wireDateTime } from '../clock.ts'
import { insertSite } from '../insert.ts'
import type { SandboxUser } from '../options.ts'
import { showSite, siteResource } from '../present.ts'
import { refuseFor } from '../problem.ts'
import type { StoredSite } from '../records.ts'
import { receiverProblems } from '../rules/invoice-route.ts'
import { siteProblems } from '../rules/site.ts'
import { siteReferenceProblems } from '../rules/uniqueness.ts'
import type { World } from '../world.ts'
import { sees } from './customers.ts'
import { checkAnswer, exactly, listAnswer } from './list.ts'

function seesSite(world: World, user: SandboxUser | null, site: StoredSite): boolean {
  const customer = world.db.customer(site.customerId)
  return customer !== undefined && sees(user, customer)
}

function visibleSites({ world, user, query, seenUntilMs }: Call<'listSites' | 'checkSites'>): readonly StoredSite[] {
  const customerIds = exactly(query, 'customerId')
  const candidates = customerIds === null ? world.db.sites() : [...customerIds].flatMap((customerId) => world.db.sitesOf(customerId))
  return candidates.filter((site) => seesSite(world, user, site) && world.db.savedMs(site.id) <= seenUntilMs)
}

export const listSites: Handler<'listSites'> = (call) => listAnswer({ rows: visibleSites(call), resource: siteResource, show: showSite }, call.query)

export const checkSites: Handler<'checkSites'> = (call) => checkAnswer(visibleSites(call), call.query, siteResource)

export const getSite: Handler<'getSite'> = ({ world, user, id, seenUntilMs }) => {
  const site = world.db.site(id)
  return site !== undefined && seesSite(world, user, site) && world.db.savedMs(site.id) <= seenUntilMs ? ok(showSite(site)) : refuse(404, `Site ${id} not found`)
}

export const createSite: Handler<'createSite'> = ({ world, user, body }) => {
  const customer = world.db.customer(body.customerId)
  if (customer === undefined || !sees(user, customer)) return refuse(404, `customerId: customer ${body.customerId} not found`)
  const refused = refuseFor([
    ...siteProblems(body, '', world.db.reference),
    ...receiverProblems(body, world.db),
    ...(world.settings.uniqueSiteReferences ? siteReferenceProblems(customer.id, body.siteReference, world.db) : []),
  ])
  return refused ?? created(showSite(insertSite(world, body, wireDateTime(world.clock.nowMs()))))
}
