/** Lines and positions of a source, as people count them: from 1. */

/** Splits at LF, CRLF and CR. The text after the last line end is a line too, also when empty. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Line and column (both from 1) of a character offset. */
export const positionAt = (text: string, offset: number): { line: number; column: number } => {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < offset && i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && (code !== 13 || text.charCodeAt(i + 1) === 10)) continue;
    line++;
    lineStart = i + 1;
  }
  return { line, column: offset - lineStart + 1 };
};

/** A function giving the line of an offset; offsets must be asked for in rising order, which keeps it linear. */
export const lineCounter = (text: string): ((offset: number) => number) => {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset && at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
};

/** Line numbers for a message: the first twenty, and how many more there are. */
export const listLines = (lines: readonly number[]): string => {
  const shown = lines.slice(0, 20).join(', ');
  const rest = lines.length > 20 ? ` and ${lines.length - 20} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${rest}`;
};
