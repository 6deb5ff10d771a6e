import type { ReactNode } from 'react';
import { ApiError, sentenceOf } from '../api/request.ts';
import { Link } from '../route.tsx';
import { useSignIn } from './sign-in.tsx';

/** An error in words, with what can be done about it. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const signIn = useSignIn();
  const isAboutToken = error instanceof ApiError && error.isAboutToken;
  return (
    <div role="alert" className="note note-alarm">
      <p>
        <Sentence text={isAboutToken ? tokenSentence(error.status) : sentenceOf(error)} />
      </p>
      {isAboutToken && (
        <button type="button" className="btn mt-2" onClick={() => signIn()}>
          Sign in
        </button>
      )}
      {retry && !isAboutToken && (
        <button type="button" className="btn mt-2" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** A sentence of the service; what it quotes between backticks stands out as such. */
export function Sentence({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={at} className="font-mono text-[0.875em] [overflow-wrap:anywhere]">
        {part}
      </code>
    ),
  );
}

function tokenSentence(status: number): string {
  return status === 401
    ? 'This needs a token. Sign in once; it is kept in this browser.'
    : 'Your token does not allow this. Sign in with one that does.';
}

export function Busy({ what }: { what: string }) {
  return (
    <p role="status" className="waits p-8 text-center text-soft">
      {what}
    </p>
  );
}

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-xl px-5 py-16">
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 text-soft">{children}</p>
      <Link href="/studio" className="btn mt-5">
        Episodes
      </Link>
    </div>
  );
}
