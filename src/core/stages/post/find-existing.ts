import type { Result } from '../../model/result.ts'
import type { CustomerKey } from '../../ports.ts'
import type { Reading } from './read-reference.ts'

/** Which of these customers the server has already: account number to customer id. `onProgress` gets how many have been asked. */
export function findExisting(
  _reading: Reading,
  _keys: readonly CustomerKey[],
  _onProgress: (asked: number) => void,
): Promise<Result<ReadonlyMap<string, string>>> {
  throw new Error('not yet')
}
