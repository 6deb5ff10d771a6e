import { createContext, lazy, Suspense, use, useCallback, useState, type ReactNode } from 'react';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx'));

const SignInContext = createContext<() => void>(() => undefined);

/** Opens the question for a token. */
export function useSignIn(): () => void {
  return use(SignInContext);
}

export function SignIn({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  return (
    <SignInContext value={open}>
      {children}
      {isOpen && (
        <Suspense>
          <SignInDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </SignInContext>
  );
}
