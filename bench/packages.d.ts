/** The little of the peers' packages that is used here: they are installed apart, and not needed to check types. */
declare module '@takumi-rs/core' {
  export class Renderer {
    registerFont(font: { name: string; data: Uint8Array }): Promise<unknown>;
    render(node: unknown, options: { width: number; height: number }): Promise<Uint8Array>;
  }
}
declare module '@takumi-rs/wasm/node' {
  export class Renderer {
    registerFont(font: { name: string; data: Uint8Array }): Promise<unknown>;
    render(node: unknown, options: { width: number; height: number }): Promise<Uint8Array>;
  }
}
declare module '@takumi-rs/wasm' {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  export { Renderer } from '@takumi-rs/wasm/node';
}
declare module '@takumi-rs/helpers/jsx' {
  export function fromJsx(element: unknown): Promise<{ node: unknown }>;
}
declare module '@vercel/og' {
  export class ImageResponse extends Response {
    constructor(
      element: unknown,
      options: { width: number; height: number; fonts: readonly { name: string; data: Uint8Array }[] },
    );
  }
}
