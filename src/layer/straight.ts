/**
 * Turns premultiplied RGBA, as resvg gives it, into straight RGBA, in place. Opaque pixels, nearly all of a layer, stay as
 * they are.
 */
export function toStraight(pixels: Uint8Array): Uint8Array {
  for (let i = 3; i < pixels.length; i += 4) {
    const alpha = pixels[i] ?? 255;
    if (alpha === 255 || alpha === 0) continue;
    for (let channel = i - 3; channel < i; channel++) {
      pixels[channel] = Math.min(255, Math.round(((pixels[channel] ?? 0) * 255) / alpha));
    }
  }
  return pixels;
}
