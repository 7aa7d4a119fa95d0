import { fail, ok } from '#core/model/result.ts'
import type { AppContract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/kit.ts'
import type { Desk } from '../desk.ts'
import { preparedWithRecipe } from '../mend/recipe.ts'
import { preparedOf } from '../session/session.ts'
import { customerView } from '../views/customer-view.ts'
import { customersPage, issuesPage, reviewView } from '../views/review-view.ts'

export function reviewCalls(desk: Desk): Handlers<AppContract['review']> {
  return {
    read: async ({ sourceId }) => {
      const session = desk.session(sourceId)
      return session.ok ? ok(reviewView(session.value, await preparedWithRecipe(session.value))) : session
    },
    issues: async ({ sourceId, ...query }) => {
      const session = desk.session(sourceId)
      return session.ok ? ok(issuesPage(await preparedOf(session.value), session.value.source, query)) : session
    },
    customers: async ({ sourceId, ...query }) => {
      const session = desk.session(sourceId)
      return session.ok ? ok(customersPage(await preparedOf(session.value), query)) : session
    },
    customer: async ({ sourceId, key, row }) => {
      const session = desk.session(sourceId)
      if (!session.ok) return session
      const view = customerView(session.value, await preparedOf(session.value), { key, row })
      return view === null ? fail('bad-usage', 'That customer is no longer in the file as it stands now.') : ok(view)
    },
  }
}
