import { Dialog } from '@base-ui/react/dialog';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { getJson, sentenceOf } from '../api/request.ts';
import { keepToken, readToken } from '../api/token.ts';
import { Sentence } from './notice.tsx';

/** Asks for a token, once. */
export default function SignInDialog({ isLinkUsed, onClose }: { isLinkUsed: boolean; onClose: () => void }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const queries = useQueryClient();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('token');
    const token = typeof given === 'string' ? given.trim() : '';
    const before = readToken();
    keepToken(token);
    try {
      await getJson('/v1/episodes?limit=1');
      onClose();
      await queries.invalidateQueries();
    } catch (error) {
      keepToken(before);
      setWrong(sentenceOf(error));
    }
  }

  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Popup className="fixed start-1/2 top-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-2xl border border-rule bg-paper p-6 shadow-2xl rtl:translate-x-1/2">
          <Dialog.Title className="text-xl font-semibold tracking-tight">Sign in with a token</Dialog.Title>
          <Dialog.Description className="mt-1.5 text-[0.9375rem] text-soft">
            {isLinkUsed && 'The link you came by signs in once, and did so before. '}
            It is asked for once and kept in this browser. On the machine that serves Pullquote,{' '}
            <code className="font-mono text-[0.8125rem]">pullquote token create --scope admin</code> makes
            one.
          </Dialog.Description>
          <form onSubmit={submit} className="mt-4">
            <label className="label" htmlFor="token">
              Token
            </label>
            <input
              id="token"
              name="token"
              className="input font-mono text-sm"
              placeholder="pq_…"
              autoComplete="off"
              spellCheck={false}
              required
              aria-invalid={wrong !== null}
              aria-describedby={wrong === null ? undefined : 'token-wrong'}
            />
            {wrong !== null && (
              <p id="token-wrong" role="alert" className="mt-2 text-[0.9375rem] text-alarm">
                <Sentence text={wrong} />
              </p>
            )}
            <div className="mt-5 flex justify-end gap-2">
              <Dialog.Close className="btn btn-bare">Not now</Dialog.Close>
              <button type="submit" className="btn btn-first">
                Sign in
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
