import type { FieldEntry } from '#core/model/field.ts'

/** What most entries have in common, so that an entry states only what is particular about it. */
export type EntryInit = Pick<FieldEntry, 'label' | 'type' | 'help' | 'source'> & Partial<FieldEntry>

/** Builds an entry from its place: level and API property names give the path. */
export function defineField(level: FieldEntry['level'], apiPath: readonly string[], init: EntryInit): FieldEntry {
  return {
    path: [level, ...apiPath].join('.'),
    level,
    apiPath,
    required: 'no',
    certainty: 'known',
    ...init,
    // Prefixes can make one text twice ("site address" + "street", "site" + "address street").
    aliases: [...new Set(init.aliases ?? [])],
  }
}

/** Every alias behind every prefix: `billing` and `postcode` give `billing postcode`. */
export function prefixAliases(prefixes: readonly string[], aliases: readonly string[]): readonly string[] {
  return prefixes.flatMap((prefix) => aliases.map((alias) => `${prefix} ${alias}`))
}
