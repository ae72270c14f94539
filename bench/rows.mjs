// What a benchmark says: rows of one shape, judged in one place.

/**
 * A row: `figure` names it, `value` is what was measured (undefined where it could not be, and `note` says why), and one of `least` and
 * `most` is its target; a row without a target is for information. `show` prints a value of this row.
 * @param {string} figure
 * @param {number | undefined} value
 * @param {{ least?: number, most?: number, show?: (value: number) => string, note?: string }} [about]
 */
export function row(figure, value, { least, most, show = String, note = '' } = {}) {
  if (least !== undefined && most !== undefined) throw new Error(`rows: ${figure} has two targets`)
  if (value !== undefined && !Number.isFinite(value)) throw new Error(`rows: ${figure} was measured as ${value}`)
  const bound = least ?? most
  return {
    figure,
    target: bound === undefined ? '' : `${least === undefined ? '≤' : '≥'} ${show(bound)}`,
    measured: value === undefined ? 'not measured' : show(value),
    ratio: value === undefined || bound === undefined ? undefined : least === undefined ? bound / value : value / bound,
    met: verdictOf(value, { least, most }),
    note,
  }
}

/** `yes` only for what was measured: what nobody measured has met nothing. */
export function verdictOf(value, { least, most }) {
  if (value === undefined) return 'not measured'
  if (least === undefined && most === undefined) return ''
  return (least === undefined ? value <= most : value >= least) ? 'yes' : 'no'
}

/** How much of the target is reached: 1 and more is met, whichever way the target points. */
const reached = (ratio) => (ratio === undefined ? '' : ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2))

const HEAD = ['figure', 'target', 'measured', 'ratio', 'met', 'note']
const cells = ({ figure, target, measured, ratio, met, note }) => [figure, target, measured, reached(ratio), met, note]

export function markdownTable(rows) {
  const line = (list) => `| ${list.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(HEAD), '|---|---|---:|---:|---|---|', ...rows.map((one) => line(cells(one)))].join('\n')
}

/** For a terminal: columns in line, the notes last. */
export function plainTable(rows) {
  const all = [HEAD, ...rows.map(cells)]
  const widths = HEAD.map((_, i) => Math.max(...all.map((list) => list[i].length)))
  return all
    .map((list) =>
      list
        .map((cell, i) => (i === list.length - 1 ? cell : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One line that counts the verdicts. */
export function tally(rows) {
  const count = (met) => rows.filter((one) => one.met === met).length
  const [met, missed, missing] = ['yes', 'no', 'not measured'].map(count)
  return `${met} of ${met + missed} targets met${missing > 0 ? `, ${missing} rows not measured` : ''}`
}
