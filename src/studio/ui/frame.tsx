import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { keepToken, useSignedIn } from '../api/token.ts';
import { forgetKept, useOffline } from '../offline/register.ts';
import { useTray } from '../pack/tray.ts';
import { Link, type Route } from '../route.tsx';
import { forgetUnsaved } from '../unsaved/shelf.ts';
import { Icon } from './icon.tsx';
import { useKeys, VIEWS } from './keys.ts';
import { useSignIn } from './sign-in.tsx';
import { useOffered } from './undo.tsx';

const KeysMap = lazy(() => import('./keys-map.tsx'));

interface FrameProps {
  view: Route['view'];
  children: ReactNode;
}

function signOut(): void {
  keepToken(null);
  forgetKept();
  void forgetUnsaved();
}

/** What stands around every view: the way to the others, undo, the keyboard map. */
export function Frame({ view, children }: FrameProps) {
  const isSignedIn = useSignedIn();
  const signIn = useSignIn();
  const isOffline = useOffline();
  const undoing = useOffered();
  const [isMapShown, showMap] = useState(false);
  useKeys(
    undoing,
    useCallback(() => showMap(true), []),
  );
  const main = useFocusOfView(view);
  return (
    <div className={`flex h-full min-h-0 flex-col ${view === 'episode' ? '' : 'max-sm:pb-(--tabs)'}`}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-mark focus:px-4 focus:py-2 focus:text-on-mark"
      >
        Skip to the content
      </a>
      <header className="flex min-h-12 flex-none items-center border-b border-rule bg-paper px-2 text-[0.9375rem] sm:px-5">
        <Link
          href="/studio"
          className="me-auto flex min-h-11 items-center gap-2 px-2 font-bold tracking-tight no-underline sm:me-3 sm:px-0"
          aria-label="Pullquote Studio, episodes"
        >
          {view === 'episode' && <Icon name="back" className="size-5 sm:hidden" />}
          <span className="size-2.5 rounded-[1px] bg-mark" aria-hidden="true" />
          <span>
            Pullquote<span className="font-normal text-soft"> Studio</span>
          </span>
        </Link>
        <Tabs view={view} />
        {undoing !== null && (
          <>
            <Step name="Undo" keys="Ctrl Z" icon="undo" can={undoing.canUndo} step={undoing.undo} />
            <Step name="Redo" keys="Ctrl Shift Z" icon="redo" can={undoing.canRedo} step={undoing.redo} />
          </>
        )}
        <button
          type="button"
          className="btn btn-bare btn-icon text-soft max-sm:hidden"
          aria-label="Keyboard map"
          title="Keyboard map (?)"
          onClick={() => showMap(true)}
        >
          <Icon name="keys" />
        </button>
        <button
          type="button"
          className="btn btn-bare text-soft max-sm:btn-icon"
          title={isSignedIn ? 'Sign out of this browser' : 'Sign in with a token'}
          onClick={() => (isSignedIn ? signOut() : signIn())}
        >
          <Icon name="person" className="size-5 sm:hidden" />
          <span className="max-sm:sr-only">{isSignedIn ? 'Sign out' : 'Sign in'}</span>
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
      <main ref={main} id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
        {children}
      </main>
      {isMapShown && (
        <Suspense>
          <KeysMap view={view} onClose={() => showMap(false)} />
        </Suspense>
      )}
    </div>
  );
}

interface StepProps {
  name: string;
  keys: string;
  icon: 'undo' | 'redo';
  can: boolean;
  step: () => void;
}

/** Goes a step back or on. */
function Step({ name, keys, icon, can, step }: StepProps) {
  return (
    <button
      type="button"
      className="btn btn-bare btn-icon"
      aria-label={name}
      title={`${name} (${keys})`}
      aria-keyshortcuts={keys.replace('Ctrl', 'Control').replaceAll(' ', '+')}
      disabled={!can}
      onClick={step}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Whoever goes on by keyboard or hears the page begins at the view just opened, not in what is gone. */
function useFocusOfView(view: Route['view']) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(view);
  useEffect(() => {
    if (before.current !== view) main.current?.focus();
    before.current = view;
  }, [view]);
  return main;
}

const TABS = [
  { href: VIEWS[0], name: 'Episodes', icon: 'episodes', views: ['start', 'episode', 'import', 'feed'] },
  { href: VIEWS[1], name: 'Pack', icon: 'pack', views: ['pack'] },
  { href: VIEWS[2], name: 'Brands', icon: 'brands', views: ['brands'] },
  { href: VIEWS[3], name: 'Verify', icon: 'verify', views: ['verify'] },
] as const;

/** The views; on a phone at its lower edge, where a thumb reaches them, and away while words are read. */
function Tabs({ view }: { view: Route['view'] }) {
  const { items } = useTray();
  return (
    <nav
      aria-label="Studio"
      className={`flex sm:me-auto max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:h-(--tabs) max-sm:border-t max-sm:border-rule max-sm:bg-paper max-sm:pb-[env(safe-area-inset-bottom)] ${view === 'episode' ? 'max-sm:hidden' : ''}`}
    >
      {TABS.map(({ href, name, icon, views }) => {
        const isHere = views.some((each) => each === view);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? 'page' : undefined}
            className={`relative flex items-center justify-center gap-0.5 rounded-lg px-3 no-underline max-sm:flex-1 max-sm:flex-col max-sm:text-xs sm:min-h-10 ${isHere ? 'font-semibold text-ink after:absolute after:inset-x-3 after:h-[3px] after:bg-mark max-sm:after:top-0 sm:after:bottom-0.5' : 'text-soft hover:text-ink'}`}
          >
            <Icon name={icon} className="size-5 sm:hidden" />
            <span>
              {name}
              {name === 'Pack' && items.length > 0 && (
                <span className="ms-1.5 inline-block rounded-full bg-mark px-1.5 text-xs font-bold text-on-mark tabular-nums">
                  {items.length}
                  <span className="sr-only"> cards</span>
                </span>
              )}
            </span>
          </Link>
        );
      })}
    </nav>
  );
}
