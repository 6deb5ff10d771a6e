/** Grapheme clusters (UAX #29, extended): what a reader takes for one character. */
import { graphemeClass, graphemeId } from './unicode/properties.ts';

const cr = graphemeId('CR');
const lf = graphemeId('LF');
const control = graphemeId('Control');
const extend = graphemeId('Extend');
const zwj = graphemeId('ZWJ');
const regional = graphemeId('Regional_Indicator');
const prepend = graphemeId('Prepend');
const spacingMark = graphemeId('SpacingMark');
const hangulL = graphemeId('L');
const hangulV = graphemeId('V');
const hangulT = graphemeId('T');
const hangulLV = graphemeId('LV');
const hangulLVT = graphemeId('LVT');
const pictograph = graphemeId('ExtPict');

const isBreaker = (kind: number): boolean => kind === cr || kind === lf || kind === control;

/** Rules GB6 to GB8: a syllable of Hangul. */
function joinsHangul(left: number, right: number): boolean {
  if (left === hangulL)
    return right === hangulL || right === hangulV || right === hangulLV || right === hangulLVT;
  if (left === hangulLV || left === hangulV) return right === hangulV || right === hangulT;
  return (left === hangulLVT || left === hangulT) && right === hangulT;
}

/** UTF-16 offset after the cluster that starts at `from`. */
function nextGrapheme(text: string, from: number): number {
  let code = text.codePointAt(from);
  if (code === undefined) return from;
  let at = from + (code > 0xffff ? 2 : 1);
  let left = graphemeClass(code);
  let regionals = left === regional ? 1 : 0;
  let pictographBefore = left === pictograph;
  for (;;) {
    code = text.codePointAt(at);
    if (code === undefined) return at;
    const right = graphemeClass(code);
    const joined =
      left === cr
        ? right === lf
        : !isBreaker(left) &&
          !isBreaker(right) &&
          (right === extend ||
            right === zwj ||
            right === spacingMark ||
            left === prepend ||
            joinsHangul(left, right) ||
            (left === zwj && pictographBefore && right === pictograph) ||
            (left === regional && right === regional && regionals % 2 === 1));
    if (!joined) return at;
    if (right === pictograph) pictographBefore = true;
    else if (right !== extend && right !== zwj) pictographBefore = false;
    regionals = right === regional ? regionals + 1 : 0;
    left = right;
    at += code > 0xffff ? 2 : 1;
  }
}

/** Whether a code unit ends a cluster before another: none below U+0300 joins any, but a return and its line feed. */
function isAlone(code: number, next: number): boolean {
  return code < 0x300 && next < 0x300 && code !== 13;
}

/** Start offsets of all clusters, and the text's length at the end. */
export function graphemeBounds(text: string): number[] {
  const bounds = [0];
  for (let at = 0; at < text.length;) {
    at = isAlone(text.charCodeAt(at), text.charCodeAt(at + 1)) ? at + 1 : nextGrapheme(text, at);
    bounds.push(at);
  }
  return bounds;
}
