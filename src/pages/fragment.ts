/** Words of a passage up to which all of it is named; a longer one is named by how it starts and ends. */
const WHOLE = 10;
const EDGE = 5;

/**
 * `address` with a text directive (WICG Scroll to Text Fragment) that makes a browser find and highlight the passages there.
 * @returns `null` where the address is none of the web
 */
export function highlightAddress(address: string, passages: readonly string[]): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const fragment = url.hash === '' ? '#' : url.hash;
  url.hash = '';
  return `${url.href}${fragment}:~:${passages.map(directive).join('&')}`;
}

function directive(passage: string): string {
  const words = passage.split(/\s+/).filter((word) => word !== '');
  if (words.length <= WHOLE) return `text=${encoded(words)}`;
  return `text=${encoded(words.slice(0, EDGE))},${encoded(words.slice(-EDGE))}`;
}

/** Comma, ampersand and hyphen have a meaning in a directive. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replaceAll('-', '%2D');
}
