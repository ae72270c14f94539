import type { ComponentChildren } from 'preact'

/** Outlines on a 24 grid in the colour of the text; the shapes carry meaning, so each kind has its own. */

function Outline({ size = 20, children }: { size?: number; children: ComponentChildren }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

interface Size {
  size?: number
}

export const HoldIcon = (size: Size) => (
  <Outline {...size}>
    <path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z" />
    <path d="M8 12h8" />
  </Outline>
)

export const AskIcon = (size: Size) => (
  <Outline {...size}>
    <path d="M12 2.5 21.5 12 12 21.5 2.5 12z" />
    <path d="M9.8 10a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8M12 16.4v.1" />
  </Outline>
)

export const ClearIcon = (size: Size) => (
  <Outline {...size}>
    <rect x="3.5" y="3.5" width="17" height="17" rx="3" />
    <path d="m8 12.3 2.8 2.8L16 9.5" />
  </Outline>
)

export const UncheckedIcon = (size: Size) => (
  <Outline {...size}>
    <circle cx="12" cy="12" r="9" />
    <path d="m5.7 5.7 12.6 12.6" />
  </Outline>
)

export const ClockIcon = (size: Size) => (
  <Outline {...size}>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5l3.5 2" />
  </Outline>
)

export const OverIcon = (size: Size) => (
  <Outline {...size}>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.5V13M12 16.4v.1" />
  </Outline>
)

export const FlagIcon = (size: Size) => (
  <Outline {...size}>
    <path d="M7 4v17M7 5h11l-2.8 3.7L18 12.4H7" />
  </Outline>
)

export const GearIcon = (size: Size) => (
  <Outline {...size}>
    <circle cx="12" cy="12" r="3.2" />
    <path d="M12 3v2.6M12 18.4V21M3 12h2.6M18.4 12H21M5.6 5.6l1.9 1.9M16.5 16.5l1.9 1.9M18.4 5.6l-1.9 1.9M7.5 16.5l-1.9 1.9" />
  </Outline>
)

export const LockIcon = (size: Size) => (
  <Outline {...size}>
    <rect x="5" y="11" width="14" height="9.5" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </Outline>
)

export const TickIcon = (size: Size) => (
  <Outline {...size}>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Outline>
)

/** The flag on its blue ground, as in the tool bar. */
export function Logo({ size = 26 }: Size) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#1B5A9E" />
      <path
        d="M10 6.5v19M10 8.5h13.5l-3.6 4.6 3.6 4.6H10"
        fill="none"
        stroke="#fff"
        stroke-width="2.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
