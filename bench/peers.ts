/** The engines Pullquote is measured against. Each draws the same tree, words and sizes already in it, as PNG. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Size } from '../src/layer/model.ts';
import { staticFont } from './static-font.ts';
import { type Plain, htmlOf } from './tree.ts';

export interface Font {
  name: string;
  data: Uint8Array;
}

export interface Engine {
  name: string;
  draw(tree: Plain, size: Size): Promise<Uint8Array>;
  close?(): Promise<void>;
}

/** Loaders by name. One that cannot run here gives null, having said why. */
export const PEERS: Record<string, (fonts: readonly Font[]) => Promise<Engine | null>> = {
  'takumi-native': async (fonts) => {
    const { Renderer } = await import('@takumi-rs/core');
    return takumi('takumi-native', new Renderer(), fonts);
  },
  'takumi-wasm': async (fonts) => {
    const { Renderer } = await import('@takumi-rs/wasm/node');
    return takumi('takumi-wasm', new Renderer(), fonts);
  },
  'satori-resvg-js': async (fonts) => {
    const { Resvg } = await import('@resvg/resvg-js');
    const svg = await satoriSvg(fonts);
    return {
      name: 'satori-resvg-js',
      draw: async (tree, size) =>
        new Resvg(await svg(tree, size), { font: { loadSystemFonts: false } }).render().asPng(),
    };
  },
  'satori-resvg-wasm': async (fonts) => {
    const { Resvg, initWasm } = await import('@resvg/resvg-wasm');
    await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
    const svg = await satoriSvg(fonts);
    return {
      name: 'satori-resvg-wasm',
      async draw(tree, size) {
        const image = new Resvg(await svg(tree, size)).render();
        const png = image.asPng();
        image.free();
        return png;
      },
    };
  },
  'vercel-og': async (fonts) => {
    const { ImageResponse } = await import('@vercel/og');
    const made = weighted(fonts);
    return {
      name: 'vercel-og',
      draw: async (tree, size) =>
        new Uint8Array(await new ImageResponse(tree, { ...size, fonts: made }).arrayBuffer()),
    };
  },
  chromium: async (fonts) => {
    const { chromium } = await import('playwright-core');
    const path = [chromium.executablePath(), '/usr/bin/chromium'].find((file) => existsSync(file));
    if (path === undefined) {
      console.error(
        'chromium: left out, none is installed. `npx playwright-core install chromium` gets one.',
      );
      return null;
    }
    const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
    const page = await browser.newPage();
    const faces = fonts.map(
      ({ name, data }) =>
        `@font-face{font-family:${name};font-weight:100 900;src:url(data:font/ttf;base64,${Buffer.from(data).toString('base64')})}`,
    );
    await page.setContent(`<style>*{margin:0}${faces.join('')}</style><body></body>`);
    return {
      name: 'chromium',
      async draw(tree, size) {
        await page.setViewportSize(size);
        await page.evaluate((html) => {
          document.body.innerHTML = html;
        }, htmlOf(tree));
        await page.evaluate(async () => {
          await document.fonts.ready;
        });
        return page.screenshot({ type: 'png' });
      },
      close: () => browser.close(),
    };
  },
};

interface TakumiRenderer {
  registerFont(font: Font): Promise<unknown>;
  render(node: unknown, options: Size): Promise<Uint8Array>;
}

async function takumi(name: string, renderer: TakumiRenderer, fonts: readonly Font[]): Promise<Engine> {
  const { fromJsx } = await import('@takumi-rs/helpers/jsx');
  for (const font of fonts) await renderer.registerFont(font);
  return { name, draw: async (tree, size) => renderer.render((await fromJsx(tree)).node, size) };
}

async function satoriSvg(fonts: readonly Font[]): Promise<(tree: Plain, size: Size) => Promise<string>> {
  const { default: satori } = await import('satori');
  const made = weighted(fonts);
  return (tree, size) => satori(tree, { ...size, fonts: made });
}

/** Satori wants a weight, and in some versions no variable fonts: it gets the default instance. */
function weighted(fonts: readonly Font[]): (Font & { data: Buffer; weight: 400; style: 'normal' })[] {
  return fonts.map(({ name, data }) => ({
    name,
    data: Buffer.from(staticFont(data)),
    weight: 400,
    style: 'normal',
  }));
}
