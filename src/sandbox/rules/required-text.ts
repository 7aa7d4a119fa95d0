// Required texts must say something. That blank ones are refused is this sandbox's reading of "required".
import type { AddressRequest } from '#api/schemas/address.ts'
import { invalid, type Problem } from '../problem.ts'

type Texts = Readonly<Record<string, string>>

export const blankProblems = (texts: Texts, path = ''): readonly Problem[] =>
  Object.entries(texts).filter(([, text]) => text.trim() === '').map(([name]) => invalid(path === '' ? name : `${path}.${name}`, 'must not be blank'))

export const addressProblems = ({ address1, town, postcode }: AddressRequest, path: string): readonly Problem[] =>
  blankProblems({ address1, town, postcode }, path)
