/** Where JSON goes wrong. Engines say it differently or not at all, so the grammar is walked once more, on failure only. */

const TOKEN = /[ \t\n\r]*(?:([[\]{},:])|(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?)|(true|false|null))/iy;
const PLAIN = /[ !#-[\]-\u{10ffff}]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-f]{4})/iy;

/** Offset after the string that opens before `at`, or null where it is none. Chunk by chunk, so that no length overflows. */
const stringEnd = (text: string, at: number): number | null => {
  for (let end = at; ;) {
    PLAIN.lastIndex = end;
    PLAIN.test(text);
    end = PLAIN.lastIndex;
    if (text[end] === '"') return end + 1;
    ESCAPE.lastIndex = end;
    if (!ESCAPE.test(text)) return null;
    end = ESCAPE.lastIndex;
  }
};

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** What may follow a token, given what was expected and the brackets that are open; null where the token is wrong. */
const follow = (expected: Expected, token: string, open: string[]): Expected | null => {
  const closed = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  if (expected === 'nothing') return null;
  if (expected === 'colon') return token === ':' ? 'value' : null;
  if (token === ']' || token === '}') {
    if (expected === 'value' || expected === 'key') return null;
    return open.pop() === (token === ']' ? '[' : '{') ? closed() : null;
  }
  if (expected === 'comma-or-end') return token === ',' ? (open.at(-1) === '[' ? 'value' : 'key') : null;
  if (expected === 'key' || expected === 'key-or-end') return token.startsWith('"') ? 'colon' : null;
  if (token === '[' || token === '{') {
    open.push(token);
    return token === '[' ? 'value-or-end' : 'key-or-end';
  }
  return token === ',' || token === ':' ? null : closed();
};

/** Offset of the first character that is no JSON; the text's length where it breaks off. Linear. */
export const jsonErrorOffset = (text: string): number => {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const token = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4];
    const next: Expected | null = match && token !== undefined ? follow(expected, token, open) : null;
    if (!match || token === undefined || next === null)
      return at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    const end = token === '"' ? stringEnd(text, TOKEN.lastIndex) : TOKEN.lastIndex;
    if (end === null) return TOKEN.lastIndex - 1;
    at = end;
    expected = next;
  }
};
