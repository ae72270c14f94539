/** Twelve weeks as a line, its own scale, from zero; the figures stand in its name for those who do not see it. */
export function Sparkline({ weeks, name, isException = false }: { weeks: readonly number[]; name: string; isException?: boolean }) {
  const most = Math.max(1, ...weeks)
  const step = 100 / Math.max(1, weeks.length - 1)
  const points = weeks.map((value, i) => `${i * step},${26 - (value / most) * 24}`).join(' ')
  return (
    <svg
      class={isException ? 'spark exception' : 'spark'}
      viewBox="0 0 100 28"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name}，近 ${weeks.length} 周：${weeks.join('、')}`}
    >
      <polyline points={points} />
    </svg>
  )
}
