import type { Suggestion } from '../pick/suggestions.ts';
import { textOf, type Script } from '../script/script.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

interface InvitationProps {
  script: Script;
  suggestions: readonly Suggestion[];
  onPickSuggestion: (suggestion: Suggestion) => void;
}

/** Where nothing is picked: how to, and what is worth it. */
export function Invitation({ suggestions, script, onPickSuggestion }: InvitationProps) {
  return (
    <div className="px-6 py-10 lg:py-16">
      <p className="font-serif text-2xl font-semibold tracking-tight">Pick some words.</p>
      <p className="mt-2 max-w-sm text-soft">
        Drag over them, tap a sentence, or use the arrow keys and Space. The card appears here at once, with
        just the words that were said.
      </p>
      {suggestions.length > 0 && (
        <>
          <h3 className="heading mt-8">Worth quoting</h3>
          <ul className="mt-2 grid gap-2">
            {suggestions.map((suggestion) => {
              const [from, to] = [
                script.sentences[suggestion.sentenceFrom]?.wordFrom ?? 0,
                script.sentences[suggestion.sentenceTo - 1]?.wordTo ?? 0,
              ];
              return (
                <li key={from}>
                  <button
                    type="button"
                    onClick={() => onPickSuggestion(suggestion)}
                    className="w-full rounded-xl border border-rule bg-sheet px-4 py-3 text-start hover:border-edge"
                  >
                    <span dir="auto" className="block font-serif text-[1.0625rem]/snug">
                      {withEmoji(textOf(script, { from, to }))}
                    </span>
                    <span className="mt-1 block text-[0.8125rem] text-soft">{suggestion.reason}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
