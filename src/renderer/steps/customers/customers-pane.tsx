import { Search, X } from 'lucide-react'
import { useCallback, useRef, useState, type KeyboardEvent } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useSession } from '../../app/session.ts'
import type { Bucket, CustomerRow, IssueView, SourceId } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { DataGrid } from '../../ui/grid/data-grid.tsx'
import type { GridColumn } from '../../ui/grid/grid-types.ts'
import { usePages } from '../../ui/grid/use-pages.ts'
import { SelectBox } from '../../ui/select-box.tsx'
import { CustomerDetail, type CustomerViewName } from './customer-detail.tsx'
import { toCustomerLine } from './customer-line.tsx'

const w = words.customers
/** Where the keyboard goes in a customer: its tree, its JSON or its problems, whichever is shown; the tabs where none of them is there. */
const inCustomer = ['.customer [role=tabpanel] :is([role=row], .json, button)', '.customer [role=tab][aria-selected=true]']
const buckets: readonly Bucket[] = ['ready', 'held', 'existing', 'excluded']
const columns: readonly GridColumn[] = [
  { key: 'key', title: w.account, width: 120 }, { key: 'name', title: w.name, width: 200 }, { key: 'sites', title: w.sites, width: 62, isNumber: true },
  { key: 'contacts', title: w.contacts, width: 92, isNumber: true }, { key: 'problems', title: w.problems, width: 96, isNumber: true },
]

interface CustomersPaneProps {
  readonly sourceId: SourceId
  /** What is shown of a customer at first. */
  readonly view: CustomerViewName
  readonly onIssue: ((issue: IssueView) => void) | null
}

/** Every customer as it will be: a list that can be searched, and the chosen one in full. */
export function CustomersPane({ sourceId, view, onIssue }: CustomersPaneProps) {
  const { client, wizard } = useSession()
  const [search, setSearch] = useState('')
  const [bucket, setBucket] = useState<string>(view === 'json' ? 'ready' : '')
  const [chosen, setChosen] = useState(0)
  const [shown, setShown] = useState(view)
  const pane = useRef<HTMLDivElement>(null)
  /** Enter was pressed for a customer that is not drawn yet. */
  const isEntering = useRef(false)
  const wanted = buckets.find((one) => one === bucket)
  const read = useCallback(async (from: number, count: number) => {
    const filter = { ...(wanted === undefined ? {} : { bucket: wanted }), ...(search.trim() === '' ? {} : { search: search.trim() }) }
    const answer = await client.review.customers({ sourceId, from, count, ...filter })
    return answer.ok ? { total: answer.value.total, rows: answer.value.customers } : null
  }, [client, sourceId, wanted, search])
  const pages = usePages<CustomerRow>(read, `${sourceId}:${bucket}:${search}`, wizard.version)
  const show = useCallback((first: number, last: number) => pages.want(first, last), [pages])
  const customer = pages.row(chosen)
  /** Enter in the list goes into the customer, as soon as it is drawn; the list keeps the keyboard until then. */
  const enter = (): void => {
    isEntering.current = pane.current?.querySelector('.customer[aria-busy=false]') === null
    if (!isEntering.current) focusOn(pane.current, inCustomer)
  }
  const onDrawn = useCallback(() => {
    const isStillInList = pane.current?.querySelector('.grid')?.contains(document.activeElement) === true
    if (isEntering.current && isStillInList) focusOn(pane.current, inCustomer)
    isEntering.current = false
  }, [])
  /** Escape in the customer goes back to the list. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.closest('.customer') !== null) focusOn(pane.current, ['.grid [data-cursor]'])
  }
  return (
    <div className="customers" ref={pane} onKeyDown={onKeyDown}>
      <div className="customers-list">
        <div className="rows-tools">
          <SearchField className="search" aria-label={w.search} value={search} onChange={(text) => { setSearch(text); setChosen(0) }}>
            <Search className="icon" aria-hidden />
            <Input placeholder={w.search} />
            <Button className="search-clear"><X className="icon" aria-hidden /></Button>
          </SearchField>
          <SelectBox label={w.state} hidesLabel value={bucket} onChange={(id) => { setBucket(id); setChosen(0) }}
            choices={[{ id: '', name: w.all }, ...buckets.map((id) => ({ id, name: words.buckets[id] }))]} />
        </div>
        <DataGrid label={w.list} headLabel={w.state} headWidth={112} columns={columns} rowCount={pages.total() ?? 0} selectedRow={chosen} frozen={1} help={w.keys} onOpen={enter} empty={pages.total() === null ? null : <p>{w.none}</p>}
          rowAt={(index) => { const row = pages.row(index); return row === undefined ? undefined : toCustomerLine(row) }} onShow={show} onMove={(cursor) => { isEntering.current = false; setChosen(cursor.row) }} />
      </div>
      {customer === undefined
        ? <div className="customer-none"><p className="faint">{w.pick}</p></div>
        : <CustomerDetail key={`${customer.key}:${customer.rows[0] ?? 0}`} sourceId={sourceId} customer={customer} view={shown} onView={setShown} onIssue={onIssue} onDrawn={onDrawn} />}
    </div>
  )
}

/** The first of the places that is there. */
function focusOn(pane: HTMLElement | null, places: readonly string[]): void {
  const found = places.map((place) => pane?.querySelector<HTMLElement>(place) ?? null)
  found.find((one) => one !== null)?.focus()
}
