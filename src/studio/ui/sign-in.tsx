import { createContext, lazy, Suspense, use, useCallback, useState, type ReactNode } from 'react';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx'));

const SignInContext = createContext<() => void>(() => undefined);

/** Opens the question for a token. */
export function useSignIn(): () => void {
  return use(SignInContext);
}

/** Asks at once where somebody came by a link that signed in before. */
export function SignIn({ isLinkUsed, children }: { isLinkUsed: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(isLinkUsed);
  const open = useCallback(() => setOpen(true), []);
  return (
    <SignInContext value={open}>
      {children}
      {isOpen && (
        <Suspense>
          <SignInDialog isLinkUsed={isLinkUsed} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </SignInContext>
  );
}
