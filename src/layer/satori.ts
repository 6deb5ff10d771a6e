import type { JSXElement } from 'satori/jsx';
import type { LaidOutNode } from './slot.tsx';
import type { Size } from './model.ts';

/** Lays a template out and draws it as SVG, telling where every node came to lie. */
export type Draw = (element: JSXElement, size: Size, onNode: (node: LaidOutNode) => void) => Promise<string>;

let loading: Promise<typeof import('satori/standalone')> | undefined;

/**
 * Satori over its layout engine (`satori/layout.wasm`, compiled). Nothing is loaded before the first drawing. Drawings run
 * one after the other, since satori keeps its pictures in module state which every call clears.
 */
export function createDraw(layout: WebAssembly.Module): Draw {
  let last: Promise<unknown> = Promise.resolve();
  return (element, size, onNode) => {
    const drawing = last.then(async () => {
      const { default: satori } = await (loading ??= load(layout));
      return satori(element, { ...size, fonts: [], onNodeDetected: onNode });
    });
    last = drawing.catch(() => undefined);
    return drawing;
  };
}

/**
 * Satori starts a HarfBuzz of its own, which it carries as base64 and compiles at run time; workerd allows no such thing,
 * and as templates hold no text nothing is ever shaped by it. So while satori starts, an instance that does nothing is
 * handed out in its place, and `self.location`, which it reads, is there.
 */
async function load(layout: WebAssembly.Module): Promise<typeof import('satori/standalone')> {
  const { instantiate } = WebAssembly;
  const hadLocation = 'location' in globalThis;
  if (!hadLocation) Reflect.set(globalThis, 'location', { href: '' });
  Reflect.set(WebAssembly, 'instantiate', async (source: unknown, imports?: WebAssembly.Imports) =>
    source instanceof WebAssembly.Module
      ? instantiate(source, imports)
      : { instance: { exports: idleExports() } },
  );
  try {
    const satori = await import('satori/standalone');
    await satori.init(layout);
    // The first drawing is what waits for both engines.
    await satori.default(null, { width: 1, height: 1, fonts: [] });
    return satori;
  } finally {
    Reflect.set(WebAssembly, 'instantiate', instantiate);
    if (!hadLocation) Reflect.deleteProperty(globalThis, 'location');
  }
}

/** What a start of HarfBuzz touches: a memory, a table, and functions, which do nothing. */
function idleExports(): object {
  const known: Readonly<Record<string, unknown>> = {
    memory: new WebAssembly.Memory({ initial: 1 }),
    __indirect_function_table: { length: 0, get: () => null, set: () => undefined, grow: () => 0 },
  };
  return new Proxy(known, {
    get: (target, name) => {
      if (name in target) return Reflect.get(target, name);
      // An object with a `then` would be taken for a promise.
      return name === 'then' ? undefined : () => 0;
    },
  });
}
