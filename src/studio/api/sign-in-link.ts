/** The link `npm start` prints holds a code that is good once: it is exchanged for a token and leaves the address at once. */
import { keepToken } from './token.ts';
import { sendJson } from './request.ts';

export async function acceptSignInLink(): Promise<void> {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const { token } = await sendJson<{ token: string }>('POST', '/v1/session', { code });
    keepToken(token);
  } catch {
    // A code used before: whoever is signed in stays so, others are asked for a token when they need one.
  }
}
