/** A family of uploaded fonts, each of one weight. */
import { PullquoteError } from '../../errors.ts';
import { encodeRanges, type FamilyIndex, forEachRange } from '../../text/font-index.ts';

/** Most weights of a family: as many as CSS names. */
const MOST = 9;

/**
 * The description of a family of fonts that are kept, without an ID of its own. It has the characters that all of them have,
 * and lines as high as the one nearest to regular.
 * @throws PullquoteError `bad-font` for a variable font among them, or one drawn on another grid
 */
export function familyOf(faces: readonly { weight: number; index: FamilyIndex }[]): Omit<FamilyIndex, 'id'> {
  const sorted = faces.toSorted((a, b) => Math.abs(a.weight - 400) - Math.abs(b.weight - 400));
  const [regular, ...others] = sorted;
  if (regular === undefined || faces.length > MOST)
    throw bad(`1 to ${MOST} weights of a font but received ${faces.length}`);
  for (const { weight, index } of faces) {
    if (index.axes.some(({ tag }) => tag === 'wght'))
      throw bad(
        `a font of one weight for weight ${weight} but this one is variable and has them all; send it alone`,
      );
    if (index.unitsPerEm !== regular.index.unitsPerEm)
      throw bad(
        `weights on one grid, ${regular.index.unitsPerEm} units per em, but that of ${weight} has ${index.unitsPerEm}`,
      );
  }
  const { id: _, weight: __, styles, ...description } = regular.index;
  const [slice] = styles.normal;
  if (slice === undefined) throw new TypeError(`The font ${regular.index.id} has no slice.`);
  const ranges = encodeRanges(
    others.reduce(
      (codes, { index }) => {
        const has = codesOf(index);
        return codes.filter((code) => has.has(code));
      },
      [...codesOf(regular.index)],
    ),
  );
  return {
    ...description,
    styles: { normal: [{ ...slice, ranges }] },
    faces: faces
      .map(({ weight, index }) => ({ weight, id: index.id }))
      .toSorted((a, b) => a.weight - b.weight),
  };
}

function codesOf({ styles }: FamilyIndex): Set<number> {
  const codes = new Set<number>();
  for (const { ranges } of styles.normal)
    forEachRange(ranges, (first, last) => {
      for (let code = first; code <= last; code++) codes.add(code);
    });
  return codes;
}

function bad(expected: string): PullquoteError {
  return new PullquoteError('bad-font', `Expected ${expected}.`);
}
