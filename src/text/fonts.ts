/** The fonts at hand: families' descriptions, their slices loaded on demand, and instances of them by small numbers. */
import { Cache } from './cache.ts';
import { Coverage } from './coverage.ts';
import type { FamilyIndex, FontIndex } from './font-index.ts';
import type { HarfBuzz, HbFace, HbFont } from './harfbuzz.ts';
import type { Assets, FontId } from './model.ts';

export type FontStyle = 'normal' | 'italic';

/** How a family is used: one point of its axes. */
export interface FontLook {
  weight: number;
  italic: boolean;
  /** Largest size in pixels per em that the text may come to; decides the optical size. */
  size: number;
}

export interface Family {
  index: FamilyIndex;
  coverage: Record<FontStyle, Coverage>;
}

interface Face {
  hb: HbFace;
  bytes: number;
  lastUse: number;
  open: Map<FontId, HbFont>;
}

interface Instance {
  file: string;
  axes: Record<string, number>;
  unitsPerEm: number;
}

/** Slices in memory beyond this many bytes are dropped, oldest use first. */
const faceBytes = 32 << 20;
/** Calls of `beginUse` during which a slice is kept whatever the memory: its glyphs may still be drawn. */
const keptUses = 64;
/** Looks of slices whose instance is kept by name. */
const keptLooks = 256;
/** From this size a family's display cut is used, where it has one. */
const displaySize = 28;

const decoder = new TextDecoder();

/** The ID of the font of a family's weight nearest to one asked for, the heavier of two; `undefined` where it has but one file. */
function nearestFace({ faces = [] }: FamilyIndex, weight: number): string | undefined {
  const far = (face: { weight: number }): number => Math.abs(face.weight - weight);
  return faces.toSorted((a, b) => far(a) - far(b) || b.weight - a.weight)[0]?.id;
}

export class FontStore {
  readonly #assets: Assets;
  readonly #hb: HarfBuzz;
  readonly #families = new Map<string, Family>();
  readonly #faces = new Map<string, Face>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #instances: Instance[] = [];
  readonly #ids = new Map<string, FontId>();
  readonly #looks = new Cache<string, FontId>(keptLooks);
  #bytes = 0;
  #use = 0;
  /** Digest of all font files. */
  readonly digest: string;

  private constructor(assets: Assets, hb: HarfBuzz, index: FontIndex) {
    this.#assets = assets;
    this.#hb = hb;
    this.digest = Object.values(index.families)
      .map((family) => family.digest)
      .join('');
  }

  static async open(assets: Assets, hb: HarfBuzz): Promise<FontStore> {
    const index: FontIndex = JSON.parse(decoder.decode(await assets.read('fonts/index.json')));
    return new FontStore(assets, hb, index);
  }

  /** A family that `loadFamily` has loaded. */
  family(id: string): Family | undefined {
    return this.#families.get(id);
  }

  async loadFamily(id: string): Promise<void> {
    if (this.#families.has(id)) return;
    const index: FamilyIndex = JSON.parse(decoder.decode(await this.#assets.read(`fonts/${id}/index.json`)));
    const normal = new Coverage(index.styles.normal);
    const italic = index.styles.italic ? new Coverage(index.styles.italic) : normal;
    this.#families.set(id, { index, coverage: { normal, italic } });
  }

  /** The style a family has for a look. */
  static style(family: Family, look: FontLook): FontStyle {
    return look.italic && family.index.styles.italic ? 'italic' : 'normal';
  }

  /** The number of a slice of a family in a look; the same for the life of the store. */
  instance(family: Family, slice: number, look: FontLook): FontId {
    const { id } = family.index;
    const name = `${id} ${slice} ${look.weight} ${look.italic} ${look.size < displaySize}`;
    let font = this.#looks.get(name);
    if (font === undefined) this.#looks.set(name, (font = this.#instanceOf(family, slice, look)));
    return font;
  }

  #instanceOf(family: Family, slice: number, look: FontLook): FontId {
    const { index } = family;
    const axes: Record<string, number> = {};
    for (const { tag, min, max } of index.axes) {
      const clamp = (value: number): number => Math.min(max, Math.max(min, value));
      if (tag === 'wght') axes[tag] = clamp(look.weight);
      if (tag === 'opsz' && index.optical) {
        axes[tag] = clamp(look.size < displaySize ? index.optical.text : index.optical.display);
      }
    }
    const name = index.styles[FontStore.style(family, look)]?.[slice]?.file ?? '';
    const file = `fonts/${nearestFace(index, look.weight) ?? index.id}/${name}`;
    const key = `${file} ${axes['wght'] ?? ''} ${axes['opsz'] ?? ''}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#instances.push({ file, axes, unitsPerEm: index.unitsPerEm }) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  unitsPerEm(id: FontId): number {
    return this.#instance(id).unitsPerEm;
  }

  #instance(id: FontId): Instance {
    const instance = this.#instances[id];
    if (!instance) throw new RangeError(`There is no font ${id}`);
    return instance;
  }

  /** Starts a use: slices loaded from now on stay for at least `keptUses` uses more. */
  beginUse(): void {
    this.#use++;
    if (this.#bytes <= faceBytes) return;
    const byAge = [...this.#faces].toSorted(([, a], [, b]) => a.lastUse - b.lastUse);
    for (const [file, face] of byAge) {
      if (this.#bytes <= faceBytes || face.lastUse > this.#use - keptUses) break;
      for (const font of face.open.values()) this.#hb.closeFont(font);
      this.#hb.closeFace(face.hb);
      this.#faces.delete(file);
      this.#bytes -= face.bytes;
    }
  }

  /** Marks the slices of instances as used; false where one of them is not loaded. */
  keep(ids: Iterable<FontId>): boolean {
    for (const id of ids) {
      const face = this.#faces.get(this.#instance(id).file);
      if (!face) return false;
      face.lastUse = this.#use;
    }
    return true;
  }

  /** Loads the slice of an instance unless it is there. */
  async load(id: FontId): Promise<void> {
    const { file } = this.#instance(id);
    const face = this.#faces.get(file);
    if (face) {
      face.lastUse = this.#use;
      return;
    }
    let loading = this.#loading.get(file);
    if (!loading) {
      loading = this.#read(file).finally(() => this.#loading.delete(file));
      this.#loading.set(file, loading);
    }
    await loading;
  }

  async #read(file: string): Promise<void> {
    const bytes = await this.#assets.read(file);
    const face = { hb: this.#hb.openFace(bytes), bytes: bytes.length, lastUse: this.#use, open: new Map() };
    this.#faces.set(file, face);
    this.#bytes += bytes.length;
  }

  /** HarfBuzz's font for an instance whose slice is loaded. */
  font(id: FontId): HbFont {
    const { file, axes } = this.#instance(id);
    const face = this.#faces.get(file);
    if (!face) throw new Error(`The font slice ${file} is not loaded: prepare the text first`);
    let font = face.open.get(id);
    if (!font) face.open.set(id, (font = this.#hb.openFont(face.hb, axes)));
    return font;
  }
}
