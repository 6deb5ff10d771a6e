/** The link `npm start` prints holds a code that is good once: it is exchanged for a token and leaves the address at once. */
import { keepToken, readToken } from './token.ts';
import { sendJson } from './request.ts';

/** @returns whether the code was used before and nobody is signed in here: then a token is to be asked for */
export async function acceptSignInLink(): Promise<boolean> {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code === null) return false;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const { token } = await sendJson<{ token: string }>('POST', '/v1/session', { code });
    keepToken(token);
    return false;
  } catch {
    // Whoever is signed in stays so.
    return readToken() === null;
  }
}
