// One best overall assignment: the sum of all scores counts, so that one column's choice may make room for another's.

/** `scores[row][column]`, 0 where the two do not fit. Answers the column of each row, or null. Rows and columns are used once. */
export function assign(scores: readonly (readonly number[])[]): readonly (number | null)[] {
  const columns = scores[0]?.length ?? 0
  if (scores.length === 0 || columns === 0) return scores.map(() => null)
  if (scores.length > columns) return transposed(scores, columns)
  return hungarian(scores, columns).map((column, row) => (column === null || (scores[row]?.[column] ?? 0) <= 0 ? null : column))
}

function transposed(scores: readonly (readonly number[])[], columns: number): readonly (number | null)[] {
  const turned = Array.from({ length: columns }, (_, column) => scores.map((row) => row[column] ?? 0))
  const rows: (number | null)[] = scores.map(() => null)
  assign(turned).forEach((row, column) => {
    if (row !== null) rows[row] = column
  })
  return rows
}

/** The Hungarian method (Kuhn 1955, in the form with potentials): rows times rows times columns steps; rows are the shorter side. */
function hungarian(scores: readonly (readonly number[])[], columns: number): readonly (number | null)[] {
  const rowPotential = Array.from({ length: scores.length + 1 }, () => 0)
  const columnPotential = Array.from({ length: columns + 1 }, () => 0)
  const rowOf = Array.from({ length: columns + 1 }, () => 0)
  const cost = (row: number, column: number): number => -(scores[row - 1]?.[column - 1] ?? 0)
  for (let row = 1; row <= scores.length; row += 1) {
    rowOf[0] = row
    const from = Array.from({ length: columns + 1 }, () => 0)
    const slack = Array.from({ length: columns + 1 }, () => Infinity)
    const used = Array.from({ length: columns + 1 }, () => false)
    let column = 0
    do {
      used[column] = true
      const current = rowOf[column] ?? 0
      let step = Infinity
      let next = 0
      for (let other = 1; other <= columns; other += 1) {
        if (used[other] === true) continue
        const reduced = cost(current, other) - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0)
        if (reduced < (slack[other] ?? Infinity)) {
          slack[other] = reduced
          from[other] = column
        }
        if ((slack[other] ?? Infinity) < step) {
          step = slack[other] ?? Infinity
          next = other
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (used[other] === true) {
          rowPotential[rowOf[other] ?? 0] = (rowPotential[rowOf[other] ?? 0] ?? 0) + step
          columnPotential[other] = (columnPotential[other] ?? 0) - step
        } else slack[other] = (slack[other] ?? Infinity) - step
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const previous = from[column] ?? 0
      rowOf[column] = rowOf[previous] ?? 0
      column = previous
    }
  }
  const answer: (number | null)[] = scores.map(() => null)
  for (let column = 1; column <= columns; column += 1) {
    const row = rowOf[column] ?? 0
    if (row > 0) answer[row - 1] = column - 1
  }
  return answer
}
