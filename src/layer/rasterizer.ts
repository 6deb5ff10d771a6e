/** Draws a self-contained SVG without text. All adapters give the same pixels. */
export interface Rasterizer {
  /**
   * Straight RGBA of the SVG at `zoom` times its size, row by row.
   * @throws Error when the SVG cannot be parsed.
   */
  rasterize(svg: string, zoom: number): { width: number; height: number; pixels: Uint8Array };
}
