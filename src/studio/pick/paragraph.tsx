import { memo, type ReactNode } from 'react';
import { withEmoji } from '../ui/with-emoji.tsx';
import { clock, type Paragraph as ParagraphOf, type Script, type Stretch } from '../script/script.ts';
import type { Suggestion } from './suggestions.ts';

interface ParagraphProps {
  script: Script;
  paragraph: ParagraphOf;
  /** Picked words, cut to this paragraph; -1 and -1 for none. */
  pickedFrom: number;
  pickedTo: number;
  /** True where the first or last picked word stands here. */
  hasStart: boolean;
  hasEnd: boolean;
  /** Sentence the keyboard is at, -1 where it is elsewhere. */
  active: number;
  found: readonly Stretch[] | undefined;
  suggestions: readonly Suggestion[] | undefined;
  isTimed: boolean;
  canPlay: boolean;
}

/** One paragraph of the transcript. Each sentence is an option of the list, each word a place to begin or end. */
export const Paragraph = memo(function Paragraph(props: ParagraphProps) {
  const { paragraph, isTimed, canPlay, suggestions } = props;
  const { index, speaker, startMs, chapter, opensTurn, sentenceFrom, sentenceTo } = paragraph;
  const sentences: ReactNode[] = [];
  for (let at = sentenceFrom; at < sentenceTo; at++) sentences.push(<Sentence key={at} {...props} at={at} />);
  return (
    <div className="px-5 sm:px-8">
      {chapter !== null && (
        <div
          role="presentation"
          className="mx-auto mb-4 mt-9 flex max-w-[41rem] items-center gap-3 text-sm font-semibold tracking-tight text-soft after:h-px after:flex-1 after:bg-rule"
        >
          {chapter}
        </div>
      )}
      <div
        role="group"
        aria-label={speaker ?? (isTimed && startMs !== null ? clock(startMs) : `Paragraph ${index + 1}`)}
        className={`relative mx-auto max-w-[41rem] pb-3 ${opensTurn ? 'pt-3' : ''}`}
      >
        {opensTurn && (speaker !== null || (isTimed && startMs !== null)) && (
          <div aria-hidden="true" className="mb-0.5 flex items-baseline gap-2.5 text-[0.8125rem] text-soft">
            {speaker !== null && <span className="font-semibold">{speaker}</span>}
            {isTimed && startMs !== null && <Time startMs={startMs} canPlay={canPlay} />}
          </div>
        )}
        {suggestions !== undefined && (
          <Margin suggestions={suggestions} top={opensTurn ? 'top-11' : 'top-1'} />
        )}
        <p dir="auto" className="font-serif text-[1.1875rem]/[1.65] [overflow-wrap:anywhere]">
          {sentences}
        </p>
      </div>
    </div>
  );
});

/** What is worth quoting here, and why: beside the words where there is room, else as a mark. A press picks it. */
function Margin({ suggestions, top }: { suggestions: readonly Suggestion[]; top: string }) {
  return (
    <div
      aria-hidden="true"
      className={`absolute -start-5 grid gap-2 @[55rem]:start-full @[55rem]:ms-4 @[55rem]:w-24 ${top}`}
    >
      {suggestions.map(({ sentenceFrom, reason, short }) => (
        <span
          key={sentenceFrom}
          data-suggested={sentenceFrom}
          title={`Worth quoting: ${reason}`}
          className="cursor-pointer border-s-[3px] border-mark text-xs/snug text-soft hover:text-ink @max-[55rem]:block @max-[55rem]:h-6 @max-[55rem]:w-4 @[55rem]:line-clamp-3 @[55rem]:ps-2"
        >
          <span dir="ltr" className="block rtl:text-right @max-[55rem]:hidden">
            {short}
          </span>
        </span>
      ))}
    </div>
  );
}

/** When it is said; a press plays from there. By keyboard K does, which the map says: a list has no buttons in it. */
function Time({ startMs, canPlay }: { startMs: number; canPlay: boolean }) {
  if (!canPlay) return <span className="tabular-nums">{clock(startMs)}</span>;
  return (
    <span
      data-play={startMs}
      title="Play from here"
      className="-my-1 inline-flex cursor-pointer items-center gap-1 rounded-md px-1.5 py-1 tabular-nums hover:bg-wash-soft hover:text-ink"
    >
      <svg viewBox="0 0 10 10" className="size-2.5" fill="currentColor" aria-hidden="true">
        <path d="M1.5 0.5v9l8-4.5z" />
      </svg>
      {clock(startMs)}
    </span>
  );
}

function Sentence(props: ParagraphProps & { at: number }) {
  const { script, at, active, pickedFrom, pickedTo, found, suggestions } = props;
  const sentence = script.sentences[at];
  if (sentence === undefined) return null;
  const { wordFrom, wordTo } = sentence;
  const from = Math.max(wordFrom, pickedFrom);
  const to = Math.min(wordTo, pickedTo);
  const isPicked = from < to;
  const suggestion = suggestions?.find((each) => at >= each.sentenceFrom && at < each.sentenceTo);
  const words = (first: number, last: number): ReactNode => (
    <Words script={script} from={first} to={last} found={found} />
  );
  const space = script.isGlued[wordFrom] === 1 ? '' : ' ';
  // What is picked goes on without a gap from one sentence to the next.
  const goesOn = isPicked && from === wordFrom && pickedFrom < wordFrom;
  return (
    <>
      {goesOn ? <span className="picked">{space}</span> : space}
      <span
        role="option"
        id={`sentence-${at}`}
        aria-selected={isPicked}
        aria-setsize={script.sentences.length}
        aria-posinset={at + 1}
        className={`${at === active ? 'rounded-sm outline-offset-2 group-focus-visible:outline-3 group-focus-visible:outline-mark' : ''} ${suggestion ? 'suggested' : ''}`}
        title={suggestion?.reason}
      >
        {isPicked ? (
          <>
            {words(wordFrom, from)}
            {from > wordFrom && script.isGlued[from] === 0 ? ' ' : ''}
            <span className="picked">
              {props.hasStart && from === pickedFrom && <Handle end="start" />}
              {words(from, to)}
              {props.hasEnd && to === pickedTo && <Handle end="end" />}
            </span>
            {to < wordTo && script.isGlued[to] === 0 ? ' ' : ''}
            {words(to, wordTo)}
          </>
        ) : (
          words(wordFrom, wordTo)
        )}
      </span>
    </>
  );
}

interface WordsProps extends Stretch {
  script: Script;
  found: readonly Stretch[] | undefined;
}

function Words({ script, from, to, found }: WordsProps): ReactNode {
  const out: ReactNode[] = [];
  for (let at = from; at < to; at++) {
    if (at > from && script.isGlued[at] === 0) out.push(' ');
    const isFound = found?.some((stretch) => at >= stretch.from && at < stretch.to) ?? false;
    out.push(
      <span key={at} data-word={at} className={isFound ? 'found' : undefined}>
        {withEmoji(script.words[at] ?? '')}
      </span>,
    );
  }
  return out;
}

/** An end of what is picked, to be dragged by finger or mouse; by keyboard Shift and the arrows do the same. */
function Handle({ end }: { end: 'start' | 'end' }) {
  const isStart = end === 'start';
  return (
    <span aria-hidden="true" className="relative inline-block h-[1.1em] w-0 align-text-bottom">
      <span
        data-handle={end}
        className={`absolute z-10 h-[2.4em] w-8 cursor-ew-resize touch-none ${isStart ? '-start-6 bottom-[-0.2em]' : '-start-2 top-[-0.2em]'}`}
      >
        <span
          className={`pointer-events-none absolute h-[1.5em] w-0.5 bg-edge ${isStart ? 'start-6 bottom-[0.05em]' : 'start-2 top-[0.05em]'}`}
        />
        <span
          className={`pointer-events-none absolute size-3 rounded-full border-2 border-edge bg-mark ${isStart ? 'start-[1.21rem] bottom-[1.4em]' : 'start-[0.21rem] top-[1.4em]'}`}
        />
      </span>
    </span>
  );
}
