/** Drawings of a line's width, 20 units wide. */
const PATHS = {
  undo: 'M7.5 4 3.5 8l4 4M4 8h8a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4l4 4-4 4M16 8H8a4.5 4.5 0 0 0 0 9h4',
  episodes: 'M3 5h14M3 10h14M3 15h9',
  pack: 'M4 7.5h12v9.5H4zM5.5 5h9M7 2.5h6',
  brands: 'M10 2.5c3.2 3.8 5.2 6.3 5.2 9a5.2 5.2 0 0 1-10.4 0c0-2.7 2-5.2 5.2-9z',
  verify: 'M3.5 10.5l4 4L16.5 5',
  keys: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 17a6.2 6.2 0 0 1 12.4 0',
  back: 'M12 4l-6 6 6 6',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  before: 'M16 10H4M9 5l-5 5 5 5',
  next: 'M4 10h12M11 5l5 5-5 5',
  close: 'M5 5l10 10M15 5L5 15',
  alarm: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1',
} as const;

/** An icon beside words that say the same; alone, its button has a label. */
export function Icon({ name, className = 'size-5' }: { name: keyof typeof PATHS; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`flex-none ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
