import { Building2, ChevronRight, MapPin, User } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent, type Key } from 'react-aria-components'
import type { CustomerTree } from '../../app/views.ts'
import { words } from '../../app/wording.ts'
import { openAtFirst, outlineOf, type OutlineNode } from './outline-nodes.ts'

const icons = { customer: Building2, site: MapPin, contact: User } as const

/** Customer, sites, contacts as a tree. Parts of a closed node are not made: a customer may have a thousand sites. */
export function CustomerOutline({ tree }: { readonly tree: CustomerTree }) {
  const root = useMemo(() => outlineOf(tree), [tree])
  const [open, setOpen] = useState<ReadonlySet<Key>>(() => openAtFirst(root))
  return (
    <Tree className="outline" aria-label={words.customers.tree} items={[root]} dependencies={[open]} expandedKeys={open} onExpandedChange={(keys) => setOpen(keys)}>
      {(node) => <OutlineItem node={node} open={open} />}
    </Tree>
  )
}

function OutlineItem({ node, open }: { readonly node: OutlineNode; readonly open: ReadonlySet<Key> }) {
  const hasChildren = node.children.length > 0
  const Icon = node.kind === 'field' ? null : icons[node.kind]
  return (
    <TreeItem id={node.id} textValue={`${node.title} ${node.value}`} className={`node is-${node.kind}`} hasChildItems={hasChildren}>
      <TreeItemContent>
        <div className="node-line">
          {hasChildren ? <Button slot="chevron" className="chevron" aria-label={node.title}><ChevronRight className="icon" aria-hidden /></Button> : null}
          {Icon === null ? null : <Icon className="icon" aria-hidden />}
          <span className="node-title">{node.title}</span>
          <span className="node-value">{node.value}{node.from === null ? null : <small className="faint"> {node.from}</small>}</span>
          {node.cell === null ? null : <span className="node-cell">{node.cell}</span>}
        </div>
      </TreeItemContent>
      {open.has(node.id) ? <Collection items={node.children} dependencies={[open]}>{(child) => <OutlineItem node={child} open={open} />}</Collection> : null}
    </TreeItem>
  )
}
