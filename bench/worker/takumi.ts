/** A Worker that draws whole trees with takumi as WebAssembly. */
import { fromJsx } from '@takumi-rs/helpers/jsx';
import start, { Renderer } from '@takumi-rs/wasm';
import takumi from '@takumi-rs/wasm/takumi_wasm_bg.wasm';
import type { Size } from '../../src/layer/model.ts';
import type { Plain } from '../tree.ts';

interface Bindings {
  /** Fonts by family, in base64. */
  FONTS: Record<string, string>;
}

let renderer: Promise<Renderer> | undefined;

export default {
  async fetch(request: Request, { FONTS }: Bindings): Promise<Response> {
    const { tree, size }: { tree: Plain; size: Size } = await request.json();
    const { node } = await fromJsx(tree);
    return new Response(new Uint8Array(await (await (renderer ??= open(FONTS))).render(node, size)));
  },
};

async function open(fonts: Bindings['FONTS']): Promise<Renderer> {
  await start({ module_or_path: takumi });
  const opened = new Renderer();
  for (const [name, data] of Object.entries(fonts))
    await opened.registerFont({ name, data: Uint8Array.from(atob(data), (char) => char.charCodeAt(0)) });
  return opened;
}
