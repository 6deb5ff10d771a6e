/** Cards as pages of a PDF 1.7: the layer and the words as vectors, photos as pictures, the words to search and copy. */
import type { Layer } from '../layer/model.ts';
import type { PlacedEmoji, PlacedText, TextEngine } from '../text/model.ts';
import { drawSvg, type DrawPicture } from './vector.ts';
import { Unsupported } from './markup.ts';
import type { Matrix } from './matrix.ts';
import { pictureOperators, type Pictures } from './picture.ts';
import { Resources } from './resources.ts';
import { Lettering } from './words.ts';
import { WordsFont } from './words-font.ts';
import { num, PdfWriter, type Ref, textString } from './writer.ts';

/** Points a CSS pixel. */
const POINTS = 0.75;

/** Pixels of a picture a CSS pixel: enough for paper. */
const PICTURE_SCALE = 2;

/** What a document says of itself. */
export interface DocumentInfo {
  title: string;
  author: string;
  /** BCP 47 language of the words. */
  language: string;
  /** XMP packet. */
  xmp: string;
}

/** Who draws what is no vector. */
export interface PdfSources {
  text: Pick<TextEngine, 'outline' | 'emojiSvg'>;
  pictures: Pictures;
}

export class PdfDocument {
  readonly #sources: PdfSources;
  readonly #writer = new PdfWriter();
  readonly #resources = new Resources(this.#writer);
  readonly #font = new WordsFont(this.#resources);
  readonly #lettering: Lettering;
  readonly #tree = this.#writer.reserve();
  readonly #pages: Ref[] = [];
  /** What is drawn more than once: pictures by their SVG, emoji by their key. */
  readonly #drawn = new Map<string, string>();

  constructor(sources: PdfSources) {
    this.#sources = sources;
    this.#lettering = new Lettering(this.#resources, this.#font, sources.text);
  }

  /** Adds a page of the card's size, a pixel being 1/96 inch. Pages are added one after the other. */
  async page(layer: Layer, texts: readonly PlacedText[]): Promise<void> {
    const [width, height] = [layer.width / layer.dpr, layer.height / layer.dpr];
    const page: Matrix = [POINTS, 0, 0, -POINTS, 0, height * POINTS];
    let content = `${page.map(num).join(' ')} cm\n${await this.#layer(layer, page)}`;
    for (const text of texts) {
      content += this.#lettering.text(text);
      // One after the other: what is drawn names its resources in order.
      // oxlint-disable-next-line no-await-in-loop
      for (const emoji of text.emoji) content += await this.#emoji(emoji);
    }
    const stream = this.#writer.stream('', content);
    const box = [0, 0, width * POINTS, height * POINTS].map(num).join(' ');
    this.#pages.push(
      this.#writer.add(
        `<< /Type /Page /Parent ${this.#tree} 0 R /MediaBox [${box}] /Resources ${this.#resources.ref} 0 R ` +
          `/Contents ${stream} 0 R /Group << /S /Transparency /CS /DeviceRGB >> >>`,
      ),
    );
  }

  /** The file; nothing may be added afterwards. */
  finish({ title, author, language, xmp }: DocumentInfo): Uint8Array {
    this.#font.finish();
    this.#resources.finish();
    const writer = this.#writer;
    const kids = this.#pages.map((page) => `${page} 0 R`).join(' ');
    writer.set(this.#tree, `<< /Type /Pages /Kids [${kids}] /Count ${this.#pages.length} >>`);
    const metadata = writer.plainStream('/Type /Metadata /Subtype /XML', new TextEncoder().encode(xmp));
    const catalog = writer.add(
      `<< /Type /Catalog /Pages ${this.#tree} 0 R /Metadata ${metadata} 0 R /Lang ${textString(language)} ` +
        `/ViewerPreferences << /DisplayDocTitle true >> >>`,
    );
    const info = writer.add(
      `<< /Title ${textString(title)} /Author ${textString(author)} /Producer (Pullquote) >>`,
    );
    return writer.finish(catalog, info);
  }

  async #layer(layer: Layer, ctm: Matrix): Promise<string> {
    try {
      return await drawSvg(layer.svg, this.#resources, this.#drawPicture, { ctm, scale: PICTURE_SCALE });
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      const bitmap = { width: layer.width, height: layer.height, rgba: layer.pixels };
      const drawn = pictureOperators(this.#resources, await this.#sources.pictures.encoded(bitmap));
      const [width, height] = [layer.width / layer.dpr, layer.height / layer.dpr];
      return `q\n${num(width)} 0 0 ${num(-height)} 0 ${num(height)} cm\n${drawn}Q\n`;
    }
  }

  readonly #drawPicture: DrawPicture = async (request) => {
    const key = request.svg(request.href);
    const drawn =
      this.#drawn.get(key) ?? pictureOperators(this.#resources, await this.#sources.pictures.drawn(request));
    this.#drawn.set(key, drawn);
    return drawn;
  };

  /** An emoji, a form of 100 by 100 drawn once. */
  async #emoji({ emoji, x, y, width, height }: PlacedEmoji): Promise<string> {
    const key = `emoji ${emoji}`;
    const name = this.#drawn.get(key) ?? (await this.#emojiForm(emoji));
    this.#drawn.set(key, name);
    return `q ${num(width / 100)} 0 0 ${num(height / 100)} ${num(x)} ${num(y)} cm ${name} Do Q\n`;
  }

  async #emojiForm(emoji: string): Promise<string> {
    const box = { x: 0, y: 0, width: 100, height: 100, align: 'xMidYMid meet' };
    const svg = this.#sources.text.emojiSvg(emoji);
    let drawn: string;
    try {
      const place = { box, ctm: [1, 0, 0, 1, 0, 0], scale: PICTURE_SCALE } as const;
      drawn = await drawSvg(svg, this.#resources, this.#drawPicture, place);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      const sized = svg.replace('<svg ', '<svg width="100" height="100" ');
      const request = { ...box, href: '', svg: () => sized, scale: PICTURE_SCALE };
      drawn = `100 0 0 -100 0 100 cm\n${await this.#drawPicture(request)}`;
    }
    return this.#resources.form([0, 0, 100, 100], drawn);
  }
}
