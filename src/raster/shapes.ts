/** Where the handles of a cubic that stands for a quarter of a circle lie, as a part of the radius. */
const ARC = 0.5522847498;

/** Outline of a rectangle from (0, 0) with rounded corners, in the form of `GlyphOutline`: y up, so it hangs below 0. */
export function roundedRect(width: number, height: number, radius: number): Float32Array {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const k = r * (1 - ARC);
  const [w, h] = [width, -height];
  if (r === 0) return Float32Array.of(0, 0, 0, 1, w, 0, 1, w, h, 1, 0, h, 4);
  const outline = [
    [0, r, 0],
    [1, w - r, 0, 3, w - k, 0, w, -k, w, -r],
    [1, w, h + r, 3, w, h + k, w - k, h, w - r, h],
    [1, r, h, 3, k, h, 0, h + k, 0, h + r],
    [1, 0, -r, 3, 0, -k, k, 0, r, 0, 4],
  ];
  return Float32Array.from(outline.flat());
}
