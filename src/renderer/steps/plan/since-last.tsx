import { formatCount, formatWhen } from '../../app/format.ts'
import type { DryRunView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'

const w = words.plan.since

type Since = NonNullable<DryRunView['since']>
type Names = Since['added']

/** What has changed since the same file was imported last: the customers to look at first. */
export function SinceLast({ since }: { readonly since: Since }) {
  return (
    <section className="since" aria-label={w.title}>
      <h2>{w.title}</h2>
      <p className="faint">{w.when(formatWhen(since.startedAt))}</p>
      <table className="sum">
        <thead className="sr-only"><tr><th scope="col">{w.title}</th><th scope="col">{w.customers}</th><th scope="col">{w.which}</th></tr></thead>
        <tbody>
          <Line label={w.added} count={since.added.count} names={since.added} />
          <Line label={w.changed} count={since.changed.count} names={since.changed} />
          <Line label={w.same} count={since.same} names={null} />
          {since.uncompared === 0 ? null : <Line label={w.uncompared} count={since.uncompared} names={null} />}
          <Line label={w.gone} count={since.gone.count} names={since.gone} />
        </tbody>
      </table>
    </section>
  )
}

function Line({ label, count, names }: { readonly label: string; readonly count: number; readonly names: Names | null }) {
  return <tr><th scope="row">{label}</th><td>{formatCount(count)}</td><td className="since-names">{names === null || names.count === 0 ? '' : listed(names)}</td></tr>
}

function listed({ count, first }: Names): string {
  const more = count - first.length
  return `${first.join(', ')}${more > 0 ? ` ${w.and(formatCount(more))}` : ''}`
}
