import type { PlacedText } from './model.ts';

/** The same text, moved by pixels: for a slot that follows another's last line. */
export function moveText(placed: PlacedText, dx: number, dy: number): PlacedText {
  const move = <T extends { x: number; y: number }>(item: T): T => ({
    ...item,
    x: item.x + dx,
    y: item.y + dy,
  });
  return {
    ...placed,
    lines: placed.lines.map((line) => ({
      ...line,
      left: line.left + dx,
      baseline: line.baseline + dy,
      pieces: line.pieces.map((piece) => ({ ...piece, x: piece.x + dx })),
    })),
    fills: placed.fills.map(move),
    glyphs: placed.glyphs.map(move),
    emoji: placed.emoji.map(move),
    top: placed.top + dy,
    bottom: placed.bottom + dy,
  };
}
