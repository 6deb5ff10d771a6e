import type { H264Encoder } from '../../../src/clip/h264/encoder.ts';

/** What a decoder shows of the encoder's last picture: planar 4:2:0, cropped to its sides. */
export function shown(encoder: H264Encoder, { width, height }: { width: number; height: number }): Buffer {
  const { stride, y, u, v } = encoder.reconstruction();
  return Buffer.concat([
    ...rows(y, stride, width, height),
    ...rows(u, stride / 2, width / 2, height / 2),
    ...rows(v, stride / 2, width / 2, height / 2),
  ]);
}

function rows(plane: Uint8Array, line: number, width: number, height: number): Uint8Array[] {
  return Array.from({ length: height }, (_, row) => plane.subarray(row * line, row * line + width));
}
