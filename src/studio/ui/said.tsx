/** Short words about what was just done, seen and read out. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What can be done about it, in the words of its button. */
interface Act {
  name: string;
  run: () => void;
}

interface Message {
  text: string;
  act: Act | null;
  isAlarm: boolean;
  nth: number;
}

interface Say {
  say(text: string, act?: Act): void;
  warn(text: string): void;
}

const SayContext = createContext<Say>({ say: () => undefined, warn: () => undefined });

export function useSay(): Say {
  return use(SayContext);
}

/** How long a message stays: time to read it, longer where something went wrong. */
const SHOWN_MS = { said: 4000, warned: 9000 };

export function Said({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const show = useCallback(
    (text: string, isAlarm: boolean, act: Act | null) =>
      setMessage((before) => ({ text, isAlarm, act, nth: (before?.nth ?? 0) + 1 })),
    [],
  );
  const value = useMemo(
    () => ({
      say: (text: string, act?: Act) => show(text, false, act ?? null),
      warn: (text: string) => show(text, true, null),
    }),
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
        className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 max-sm:bottom-24"
      >
        {message && (
          <div
            key={message.nth}
            className="rise pointer-events-auto flex max-w-md items-center gap-4 rounded-xl bg-ink px-4 py-2.5 text-[0.9375rem] font-medium text-paper shadow-lg"
          >
            <p className="flex items-center gap-2.5">
              {message.isAlarm && <Icon name="alarm" />}
              {message.text}
            </p>
            {message.act && (
              <button
                type="button"
                className="-my-2.5 -me-2 min-h-11 flex-none px-2 font-semibold underline decoration-mark decoration-2 underline-offset-4"
                onClick={() => {
                  message.act?.run();
                  setMessage(null);
                }}
              >
                {message.act.name}
              </button>
            )}
          </div>
        )}
      </div>
    </SayContext>
  );
}
