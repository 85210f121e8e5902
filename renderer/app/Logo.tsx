/** Our sign: a fish above two waves, 鱼水. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" color="var(--primary)">
      <path
        fill="currentColor"
        d="M3.2 6.1c1.5.4 2.6 1 3.5 1.9C8.6 5.7 11 4.3 13.9 4.3c3 0 5.4 1.7 7 4.2-1.6 2.5-4 4.2-7 4.2-2.9 0-5.3-1.4-7.2-3.7-.9.9-2 1.5-3.5 1.9.8-1 1.1-1.7 1.1-2.400s-.3-1.4-1.1-2.400z"
      />
      <circle cx="16.9" cy="7.7" r="1" fill="var(--chrome)" />
      <g fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round">
        <path d="M3.5 16.300c1.7-1.3 3.4-1.3 5.1 0s3.4 1.3 5.1 0 3.4-1.3 5.1 0 1.4.8 1.9.8" />
        <path d="M5.5 20.300c1.5-1.2 3-1.2 4.5 0s3 1.2 4.5 0 3-1.2 4.3 0" opacity=".7" />
      </g>
    </svg>
  )
}
