/** Outline icons on a 24 grid. Octagon, diamond, circle, struck circle and clock each carry one meaning. */
const PATHS = {
  home: 'M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
  book: 'M6 4h13v16H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM4 18a2 2 0 0 1 2-2h13M9 8h6M9 11h6',
  badge: 'M4 5h16v14H4zM11 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0M6 16c.6-1.8 1.7-2.6 3-2.6s2.4.8 3 2.6M15 10h3M15 14h3',
  building: 'M5 20V5h8v15M13 10h6v10M3 20h18M8 9h2M8 13h2M16 14h0M16 17h0',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  hold: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM8 12h8',
  ask: 'M12 2.5l9.5 9.5-9.5 9.5L2.5 12zM10 10a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1.1M12 16h0',
  hint: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8h0',
  unchecked: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M6 18L18 6',
  over: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 8v5M12 16h0',
  soon: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 8v4l3 2',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
