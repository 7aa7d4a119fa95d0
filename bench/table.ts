/** A figure beside its goal; `lower` figures reach it from below. */
export interface Goal {
  readonly figure: number
  readonly goal: number
  readonly digits?: number
}

/** `0.82 (goal: at most 1.2)`, with a word when it is missed: timings are noisy, so nothing fails by it. */
export function beside({ figure, goal, digits = 2 }: Goal): string {
  return `${figure.toFixed(digits)} (goal: at most ${goal}${figure > goal ? '; MISSED' : ''})`
}

/** A table in markdown under a heading. */
export function markdown(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}
