/** Short words about what was just done, seen and read out. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Message {
  text: string;
  isAlarm: boolean;
  nth: number;
}

interface Say {
  say(text: string): void;
  warn(text: string): void;
}

const SayContext = createContext<Say>({ say: () => undefined, warn: () => undefined });

export function useSay(): Say {
  return use(SayContext);
}

/** How long a message stays: time to read it, longer where something went wrong. */
const SHOWN_MS = { said: 3500, warned: 9000 };

export function Said({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const show = useCallback(
    (text: string, isAlarm: boolean) =>
      setMessage((before) => ({ text, isAlarm, nth: (before?.nth ?? 0) + 1 })),
    [],
  );
  const value = useMemo(
    () => ({ say: (text: string) => show(text, false), warn: (text: string) => show(text, true) }),
    [show],
  );
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(() => setMessage(null), message.isAlarm ? SHOWN_MS.warned : SHOWN_MS.said);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <SayContext value={value}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4"
      >
        {message && (
          <p
            key={message.nth}
            className="rise max-w-md rounded-xl bg-ink px-4 py-2.5 text-[0.9375rem] font-medium text-paper shadow-lg"
          >
            {message.isAlarm ? '⚠ ' : ''}
            {message.text}
          </p>
        )}
      </div>
    </SayContext>
  );
}
