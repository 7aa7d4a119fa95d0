// All fates by their names. The names are part of the control plane: none is ever given another meaning.
import type { Fate } from '../fate.ts'
import { connections } from './connections.ts'
import { logins } from './logins.ts'
import { reads } from './reads.ts'
import { refusals } from './refusals.ts'
import { trouble } from './trouble.ts'
import { yeses } from './yeses.ts'

const table = { ...refusals, ...trouble, ...connections, ...yeses, ...reads, ...logins }

export type FateName = keyof typeof table

export const fates: Readonly<Record<FateName, Fate>> = table

// Object.keys widens the names, which are those of the table by construction.
export const fateNames = Object.keys(table) as readonly FateName[]
