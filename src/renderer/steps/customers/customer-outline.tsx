import { Building2, ChevronRight, MapPin, User } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components'
import type { CustomerTree, IssueView } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { SeverityIcon } from '../../ui/severity-icon.tsx'
import { openAtFirst, outlineOf, type OutlineNode } from './outline-nodes.ts'

const icons = { customer: Building2, site: MapPin, contact: User } as const

type OnIssue = ((issue: IssueView) => void) | null

/**
 * Customer, sites, contacts as a tree, each with what is wrong with it; a problem leads to its cell. Of a closed node only the first part is
 * made, by which the tree knows that it can be opened: a customer may have a thousand sites.
 */
export function CustomerOutline({ tree, onIssue }: { readonly tree: CustomerTree; readonly onIssue: OnIssue }) {
  const root = useMemo(() => outlineOf(tree), [tree])
  const [open, setOpen] = useState<ReadonlySet<Key>>(() => openAtFirst(root))
  return (
    <Tree className="outline" aria-label={words.customers.tree} items={[root]} dependencies={[open, onIssue]} expandedKeys={open} onExpandedChange={(keys) => setOpen(keys)}>
      {(node) => <OutlineItem node={node} open={open} onIssue={onIssue} />}
    </Tree>
  )
}

function OutlineItem({ node, open, onIssue }: { readonly node: OutlineNode; readonly open: ReadonlySet<Key>; readonly onIssue: OnIssue }) {
  const hasChildren = node.children.length > 0
  const Icon = node.kind === 'field' || node.kind === 'problem' ? null : icons[node.kind]
  const { issue } = node
  const action = issue === null || onIssue === null ? {} : { onAction: () => onIssue(issue) }
  return (
    <TreeItem id={node.id} textValue={`${node.title} ${node.value}`} className={`node is-${node.kind}`} hasChildItems={hasChildren} {...action}>
      <TreeItemContent>
        <div className="node-line">
          {hasChildren ? <Button slot="chevron" className="chevron" aria-label={node.title}><ChevronRight className="icon" aria-hidden /></Button> : null}
          {Icon === null ? null : <Icon className="icon" aria-hidden />}
          {node.worst === null ? null : <SeverityIcon severity={node.worst} />}
          <span className="node-title">{node.title}</span>
          <span className="node-value">{node.value}{node.from === null ? null : <small className="faint"> {node.from}</small>}{issue === null || node.kind === 'problem' ? null : <small className="node-wrong">{issue.message}</small>}</span>
          {node.cell === null ? null : <span className="node-cell">{node.cell}</span>}
        </div>
      </TreeItemContent>
      <Collection items={open.has(node.id) ? node.children : node.children.slice(0, 1)} dependencies={[open, onIssue]}>{(child) => <OutlineItem node={child} open={open} onIssue={onIssue} />}</Collection>
    </TreeItem>
  )
}
