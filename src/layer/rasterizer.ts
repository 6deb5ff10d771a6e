/** Draws a self-contained SVG without text. All adapters give the same pixels. */
export interface Rasterizer {
  /**
   * Straight RGBA of the SVG at `zoom` times its size, row by row.
   * @throws Error when the SVG cannot be parsed.
   */
  rasterize(svg: string, zoom: number): { width: number; height: number; pixels: Uint8Array };
}

/**
 * An empty crop, which resvg passes over. Without it resvg crops every picture to its own size, pixel by pixel, which takes as long
 * as drawing most layers does and a copy of the picture.
 */
export const UNCROPPED = { left: 0, top: 0, right: 0, bottom: 0 };
