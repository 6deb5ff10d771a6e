import type { JSXElement } from 'satori/jsx';

/** A pair of opening quotation marks, drawn: two drops leaning apart, 100 wide and 76 high. */
export function QuoteMark({ width, color }: { width: number; color: string }): JSXElement {
  return (
    <svg width={width} height={width * 0.76} viewBox="0 0 100 76">
      <path
        d="M42 4C20 10 0 28 0 53c0 14 9 23 21 23s21-9 21-20-8-19-19-19c-2 0-3 0-4 1C21 26 31 17 42 13Z"
        fill={color}
      />
      <path
        d="M100 4C78 10 58 28 58 53c0 14 9 23 21 23s21-9 21-20-8-19-19-19c-2 0-3 0-4 1 2-12 12-21 23-25Z"
        fill={color}
      />
    </svg>
  );
}
