/** How words in a colour look on their ground. */
export function Swatch({ color, ground }: { color: string; ground: string }) {
  return (
    <svg
      viewBox="0 0 28 16"
      className="inline-block h-4 w-7 flex-none rounded-sm border border-rule"
      aria-hidden="true"
    >
      <rect width="28" height="16" fill={ground} />
      <rect x="6" y="5.5" width="16" height="5" rx="1" fill={color} />
    </svg>
  );
}
