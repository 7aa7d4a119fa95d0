/** Some at a time; the answers in the order of the jobs. */
export async function atOnce<Item, Value>(items: readonly Item[], lanes: number, work: (item: Item) => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (item !== undefined) values[at] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return values
}
