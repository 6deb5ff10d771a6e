import type { ReactNode } from 'react';
import { keepToken, useSignedIn } from '../api/token.ts';
import { forgetKept, useOffline } from '../offline/register.ts';
import { useTray } from '../pack/tray.ts';
import { Link, type Route } from '../route.tsx';
import { useSignIn } from './sign-in.tsx';

interface FrameProps {
  view: Route['view'];
  children: ReactNode;
}

function signOut(): void {
  keepToken(null);
  forgetKept();
}

/** What stands around every view: the way to the others. */
export function Frame({ view, children }: FrameProps) {
  const isSignedIn = useSignedIn();
  const signIn = useSignIn();
  const { items } = useTray();
  const isOffline = useOffline();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-mark focus:px-4 focus:py-2 focus:text-on-mark"
      >
        Skip to the content
      </a>
      <header className="flex flex-none items-center gap-x-1 border-b border-rule bg-paper px-3 py-1.5 text-[0.9375rem] sm:gap-x-2 sm:px-5">
        <Link
          href="/studio"
          className="me-auto flex items-center gap-2 py-2 font-bold tracking-tight no-underline sm:me-4"
          aria-label="Pullquote Studio, episodes"
        >
          <span className="size-2.5 rounded-[1px] bg-mark" aria-hidden="true" />
          <span>
            Pullquote<span className="hidden font-normal text-soft sm:inline"> Studio</span>
          </span>
        </Link>
        <nav aria-label="Studio" className="flex items-center sm:me-auto">
          <Tab href="/studio" isHere={['start', 'episode', 'import', 'feed'].includes(view)}>
            Episodes
          </Tab>
          <Tab href="/studio/pack" isHere={view === 'pack'}>
            Pack
            {items.length > 0 && (
              <span className="ms-1.5 inline-block rounded-full bg-mark px-1.5 text-xs font-bold text-on-mark tabular-nums">
                {items.length}
                <span className="sr-only"> cards</span>
              </span>
            )}
          </Tab>
          <Tab href="/studio/brands" isHere={view === 'brands'}>
            Brands
          </Tab>
          <Tab href="/studio/verify" isHere={view === 'verify'}>
            Verify
          </Tab>
        </nav>
        <button
          type="button"
          className="btn btn-bare hidden text-soft sm:inline-flex"
          onClick={() => (isSignedIn ? signOut() : signIn())}
        >
          {isSignedIn ? 'Sign out' : 'Sign in'}
        </button>
      </header>
      {isOffline && (
        <p
          role="status"
          className="flex-none border-b border-rule bg-wash-soft px-5 py-1.5 text-center text-[0.875rem]"
        >
          No network. What was opened before can be read and searched; cards are drawn again once there is
          one.
        </p>
      )}
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
        {children}
      </main>
    </div>
  );
}

function Tab({ href, isHere, children }: { href: string; isHere: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={`rounded-lg px-2 py-2 no-underline sm:px-3 ${isHere ? 'font-semibold text-ink underline decoration-mark decoration-[3px] underline-offset-[0.45em]' : 'text-soft hover:text-ink'}`}
    >
      {children}
    </Link>
  );
}
