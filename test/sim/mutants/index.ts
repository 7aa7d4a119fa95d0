import { answers } from './answers.ts'
import { looks } from './looks.ts'
import { manners } from './manners.ts'
import type { Mutant } from './mutant.ts'
import { order } from './order.ts'

export const mutants: readonly Mutant[] = [...answers, ...looks, ...order, ...manners]
