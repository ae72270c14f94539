import type { Kind } from '@qianshao/rules-core'
import type { JSX } from 'preact'

/** 24-grid outline icons. The shape carries meaning: octagon 须改, diamond 待核对, circle 提示, struck circle 未受检查, open square 未发现问题. */
export type IconName = keyof typeof SHAPES

const SHAPES = {
  hold: (
    <>
      <path d="M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z" />
      <path d="M8 12h8" />
    </>
  ),
  ask: (
    <>
      <path d="M12 2.8 21.2 12 12 21.2 2.8 12z" />
      <path d="M10 10.2a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.4M12 16v.1" />
    </>
  ),
  hint: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5M12 8v.1" />
    </>
  ),
  unchecked: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m5.8 5.8 12.4 12.4" />
    </>
  ),
  clear: (
    <>
      <rect x="3.5" y="3.5" width="17" height="17" rx="2" />
      <path d="m8 12.3 2.8 2.7L16 9.5" />
    </>
  ),
  empty: <path d="M4 6h16M4 12h16M4 18h10" />,
  flag: <path d="M6 21V4h11l-2.5 4L17 12H6" />,
  up: <path d="m6 15 6-6 6 6" />,
  down: <path d="m6 9 6 6 6-6" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  fold: <path d="M5 12h14" />,
  dock: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="2" />
      <path d="M14.5 5v14" />
    </>
  ),
  grip: <path d="M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1" stroke-width="2.6" />,
  place: (
    <>
      <path d="M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11z" />
      <circle cx="12" cy="10" r="2.2" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="2" />
      <path d="M8 10.500V7.500a4 4 0 0 1 8 0v3" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  done: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.700L16 9.5" />
    </>
  ),
  back: <path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.500c1.5-4 4-5.5 7.5-5.500s6 1.5 7.5 5.5" />
    </>
  ),
  scan: <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16" />,
  pen: <path d="M4 20l1-4.5L16.500 4a2 2 0 0 1 3 3L8.500 19zM14.500 6l3 3" />,
  search: (
    <>
      <circle cx="11" cy="11" r="7" />
      <path d="m20 20-4-4" />
    </>
  ),
  out: <path d="M12 15V4m-4 4 4-4 4 4M4 14v6h16v-6" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  over: (
    <>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path d="M12 7.500v5.500M12 16.200v.1" stroke="var(--qs-surface)" />
    </>
  ),
  size: <path d="M4 19 9.5 5 15 19M6 14h7M17 19l2.5-7 2.5 7M18 17h3" />,
} satisfies Record<string, JSX.Element>

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  )
}

/** Icon and word, always together. */
export function KindLabel({ kind, word }: { kind: Kind; word: string }) {
  return (
    <span class={`kind ${kind}`}>
      <Icon name={kind} />
      {word}
    </span>
  )
}
