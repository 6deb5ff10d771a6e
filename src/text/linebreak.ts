/** Where a line may end: the Unicode line breaking algorithm (UAX #14, version of the table in `unicode/`). */
import { lineBreakClass, lineBreakCount, lineBreakId } from './unicode/properties.ts';

export const noBreak = 0;
export const mayBreak = 1;
export const mustBreak = 2;

/** Numbers of the classes. */
const id = {
  AL: lineBreakId('AL'),
  B2: lineBreakId('B2'),
  BA: lineBreakId('BA'),
  BB: lineBreakId('BB'),
  BK: lineBreakId('BK'),
  CB: lineBreakId('CB'),
  CL: lineBreakId('CL'),
  CM: lineBreakId('CM'),
  CP: lineBreakId('CP'),
  CPW: lineBreakId('CPW'),
  CR: lineBreakId('CR'),
  EB: lineBreakId('EB'),
  EM: lineBreakId('EM'),
  EX: lineBreakId('EX'),
  GL: lineBreakId('GL'),
  H2: lineBreakId('H2'),
  H3: lineBreakId('H3'),
  HL: lineBreakId('HL'),
  HY: lineBreakId('HY'),
  ID: lineBreakId('ID'),
  IN: lineBreakId('IN'),
  IS: lineBreakId('IS'),
  JL: lineBreakId('JL'),
  JT: lineBreakId('JT'),
  JV: lineBreakId('JV'),
  LF: lineBreakId('LF'),
  NL: lineBreakId('NL'),
  NS: lineBreakId('NS'),
  NU: lineBreakId('NU'),
  OP: lineBreakId('OP'),
  OPW: lineBreakId('OPW'),
  PO: lineBreakId('PO'),
  PR: lineBreakId('PR'),
  QU: lineBreakId('QU'),
  RI: lineBreakId('RI'),
  SA: lineBreakId('SA'),
  SP: lineBreakId('SP'),
  SY: lineBreakId('SY'),
  WJ: lineBreakId('WJ'),
  XP: lineBreakId('XP'),
  ZW: lineBreakId('ZW'),
  ZWJ: lineBreakId('ZWJ'),
};
type ClassName = keyof typeof id;

/** A set of classes as a table of flags. */
function among(...members: ClassName[]): (kind: number) => boolean {
  const flags = new Uint8Array(lineBreakCount);
  for (const member of members) flags[id[member]] = 1;
  return (kind) => flags[kind] === 1;
}

const isHard = among('BK', 'CR', 'LF', 'NL');
const takesNoMark = among('BK', 'CR', 'LF', 'NL', 'SP', 'ZW');
const isMark = among('CM', 'ZWJ');
const isLetter = among('AL', 'HL', 'SA', 'XP');
const isCloser = among('CL', 'CP', 'CPW', 'EX', 'IS', 'SY');
const isBracketEnd = among('CL', 'CP', 'CPW');
const isOpener = among('OP', 'OPW');
const isIdeograph = among('ID', 'EB', 'EM', 'XP');
const isAffix = among('PR', 'PO');
const isHangul = among('JL', 'JV', 'JT', 'H2', 'H3');
const followsAll = among('BA', 'HY', 'NS');
const freeBeforeGlue = among('SP', 'BA', 'HY');

/** Rule LB26. */
function joinsSyllable(left: number, right: number): boolean {
  if (left === id.JL) return right === id.JL || right === id.JV || right === id.H2 || right === id.H3;
  if (left === id.JV || left === id.H2) return right === id.JV || right === id.JT;
  return (left === id.JT || left === id.H3) && right === id.JT;
}

/** State of LB25's number: none, in its digits, after its closing bracket. */
type InNumber = 0 | 1 | 2;

/** Rules LB19 to LB31 for two classes side by side: true where no line may end between them. */
function sticks(beforeLeft: number, left: number, right: number, inNumber: InNumber, next: number): boolean {
  if (right === id.QU || left === id.QU) return true; // LB19
  if (left === id.CB || right === id.CB) return false; // LB20
  if (followsAll(right) || left === id.BB) return true; // LB21
  if (beforeLeft === id.HL && (left === id.HY || left === id.BA)) return true; // LB21a
  if (left === id.SY && right === id.HL) return true; // LB21b
  if (right === id.IN) return true; // LB22
  if ((isLetter(left) && right === id.NU) || (left === id.NU && isLetter(right))) return true; // LB23
  if ((left === id.PR && isIdeograph(right)) || (isIdeograph(left) && right === id.PO)) return true; // LB23a
  if ((isAffix(left) && isLetter(right)) || (isLetter(left) && isAffix(right))) return true; // LB24
  // LB25, with whole numbers as the standard's example 7 has them
  if (isAffix(left) && (right === id.NU || ((isOpener(right) || right === id.HY) && next === id.NU)))
    return true;
  if ((isOpener(left) || left === id.HY) && right === id.NU) return true;
  if (inNumber === 1 && (right === id.NU || right === id.SY || right === id.IS || isBracketEnd(right)))
    return true;
  if (inNumber !== 0 && isAffix(right)) return true;
  if (joinsSyllable(left, right)) return true; // LB26
  if ((isHangul(left) && right === id.PO) || (left === id.PR && isHangul(right))) return true; // LB27
  if (isLetter(left) && isLetter(right)) return true; // LB28
  if (left === id.IS && isLetter(right)) return true; // LB29
  if ((isLetter(left) || left === id.NU) && right === id.OP) return true; // LB30
  if (left === id.CP && (isLetter(right) || right === id.NU)) return true;
  return right === id.EM && (left === id.EB || left === id.XP); // LB30b
}

/**
 * Break opportunities by UTF-16 offset: entry `i` says whether a line may (`mayBreak`) or must (`mustBreak`) end before
 * the code unit `i`. The entry at the text's length is `mustBreak`.
 *
 * @param classOf Line_Break class of a code point, for tailoring
 */
export function lineBreaks(text: string, classOf: (code: number) => number = lineBreakClass): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  if (text.length === 0) return breaks;
  breaks[text.length] = mustBreak;

  let raw = -1; // class of the character before, as it is
  let left = -1; // its class after LB9 and LB10
  let beforeLeft = -1;
  let beforeSpaces = -1; // class before a run of spaces
  let inNumber: InNumber = 0;
  let regionals = 0;
  const codeAt = (at: number): number => text.codePointAt(at) ?? 0;

  for (let at = 0; at < text.length;) {
    const code = codeAt(at);
    const length = code > 0xffff ? 2 : 1;
    let right = classOf(code);
    const rawRight = right;
    const attached = isMark(right) && left >= 0 && !takesNoMark(left); // LB9
    if (isMark(right) && !attached) right = id.AL; // LB10
    if (right === id.AL && left === id.AL && raw === id.AL && rawRight === id.AL) {
      // Inside a word nothing is decided (LB28), and most of a text is.
      beforeLeft = id.AL;
      at += length;
      continue;
    }
    if (at > 0) {
      const next = isOpener(right) || right === id.HY ? classOf(codeAt(at + length)) : -1;
      breaks[at] = decide(
        raw,
        rawRight,
        attached,
        beforeLeft,
        left,
        right,
        beforeSpaces,
        inNumber,
        regionals,
        next,
      );
    }
    at += length;
    raw = rawRight;
    if (attached) continue;
    if (right === id.NU) inNumber = 1;
    else if (inNumber === 1 && isBracketEnd(right)) inNumber = 2;
    else if (inNumber !== 1 || (right !== id.SY && right !== id.IS)) inNumber = 0;
    regionals = right === id.RI ? regionals + 1 : 0;
    if (right !== id.SP) beforeSpaces = right;
    beforeLeft = left;
    left = right;
  }
  return breaks;
}

/** Rules LB4 to LB18, then the rest by `sticks`. */
function decide(
  raw: number,
  rawRight: number,
  attached: boolean,
  beforeLeft: number,
  left: number,
  right: number,
  beforeSpaces: number,
  inNumber: InNumber,
  regionals: number,
  next: number,
): number {
  if (left === id.CR) return right === id.LF ? noBreak : mustBreak; // LB5
  if (isHard(left)) return mustBreak; // LB4, LB5
  if (isHard(rawRight) || rawRight === id.SP || rawRight === id.ZW) return noBreak; // LB6, LB7
  if (beforeSpaces === id.ZW) return mayBreak; // LB8
  if (raw === id.ZWJ || attached) return noBreak; // LB8a, LB9
  if (right === id.WJ || left === id.WJ) return noBreak; // LB11
  if (left === id.GL) return noBreak; // LB12
  if (right === id.GL && !freeBeforeGlue(left)) return noBreak; // LB12a
  if (isCloser(right)) return noBreak; // LB13
  if (isOpener(beforeSpaces)) return noBreak; // LB14
  if (beforeSpaces === id.QU && isOpener(right)) return noBreak; // LB15
  if (isBracketEnd(beforeSpaces) && right === id.NS) return noBreak; // LB16
  if (beforeSpaces === id.B2 && right === id.B2) return noBreak; // LB17
  if (left === id.SP) return mayBreak; // LB18
  if (right === id.RI && left === id.RI) return regionals % 2 === 1 ? noBreak : mayBreak; // LB30a
  return sticks(beforeLeft, left, right, inNumber, next) ? noBreak : mayBreak;
}
