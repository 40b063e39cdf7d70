/** Our sign: a lamp of which a slash has cut half the light. The same drawing as `public/icon.svg`. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#14263f" />
      <g transform="translate(-2.9 -2.9) scale(1.18)">
        <path d="M6.9 19.5A9.8 9.8 0 0 1 22.3 8.5z" fill="#ffc94d" transform="translate(-.6 -.9)" />
        <path d="M25.1 12.5A9.8 9.8 0 0 1 9.7 23.5z" fill="#7f95b5" transform="translate(.6 .9)" />
      </g>
    </svg>
  );
}
