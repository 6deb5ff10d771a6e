import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
} from 'react';
import { useFollow } from '../listen/follow.ts';
import type { Sound } from '../listen/sound.ts';
import { snapped, type Script, type Stretch } from '../script/script.ts';
import type { Draft, DraftSteps } from './draft.ts';
import { Paragraph } from './paragraph.tsx';
import type { Suggestion } from './suggestions.ts';

export interface TranscriptHandle {
  /** Brings a word into view. */
  show(word: number): void;
  focus(): void;
  /** First word of what is picked, else of the sentence the keyboard is at. */
  at(): number;
}

/** Words being picked: from `anchor` to what lies `below` pixels under the pointer. */
interface Drag {
  anchor: number;
  gesture: string;
  below: number;
}

interface TranscriptProps {
  script: Script;
  draft: Draft;
  change: DraftSteps['change'];
  found: readonly Stretch[];
  suggestions: readonly Suggestion[];
  sound: Sound | null;
  /** Whether what is heard is to be brought into view. */
  isFollowed: () => boolean;
  /** A person scrolls by hand. */
  onScroll: () => void;
  onDone: () => void;
  ref: Ref<TranscriptHandle>;
}

/** Characters a line holds about, for a first guess of heights. */
const LINE = 68;
/** Between two words either is meant; pixels. */
const SPACE = 6;
/** Near an edge the list scrolls while words are being picked; pixels a frame. */
const EDGE = { within: 48, step: 14 };

/** The words as a page to read and pick from. Only what is in view is in the document. */
export const Transcript = memo(function Transcript(props: TranscriptProps) {
  const { script, draft, change, found, suggestions, sound, isFollowed, onScroll, onDone, ref } = props;
  const { paragraphs, paragraphOf } = script;
  const { picked, snap } = draft;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() => script.sentenceOf[picked?.from ?? 0] ?? 0);
  const drag = useRef<Drag | null>(null);
  const pointer = useRef('mouse');
  const anchor = useRef(picked?.from ?? 0);
  const isTimed = script.source.startsMs.length > 0;

  const rows = useVirtualizer({
    count: paragraphs.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const paragraph = paragraphs[index];
      const lines = Math.ceil((paragraph?.characters ?? 0) / LINE);
      return lines * 31 + (paragraph?.opensTurn ? 44 : 12) + (paragraph?.chapter ? 70 : 0);
    },
    overscan: 3,
    paddingStart: 16,
    paddingEnd: 160,
  });

  const show = useCallback(
    (word: number): void => {
      const index = paragraphOf[word] ?? 0;
      const isShown = scroller.current?.querySelector(`[data-word="${word}"]`);
      if (isShown) isShown.scrollIntoView({ block: 'nearest' });
      else rows.scrollToIndex(index, { align: 'center' });
    },
    [rows, paragraphOf],
  );
  useImperativeHandle(ref, () => ({
    show,
    focus: () => scroller.current?.focus({ preventScroll: true }),
    at: () => picked?.from ?? script.sentences[active]?.wordFrom ?? 0,
  }));
  useFollow({ script, sound, scroller, show, isFollowed });

  // An address may name words far down.
  const first = useRef(picked?.from ?? null);
  useEffect(() => {
    if (first.current !== null) rows.scrollToIndex(paragraphOf[first.current] ?? 0, { align: 'center' });
    first.current = null;
  }, [rows, paragraphOf]);

  const foundIn = useMemo(
    () => byParagraph(found, (stretch) => paragraphOf[stretch.from] ?? 0),
    [found, paragraphOf],
  );
  const suggestedIn = useMemo(
    () =>
      byParagraph(
        suggestions,
        ({ sentenceFrom }) => paragraphOf[script.sentences[sentenceFrom]?.wordFrom ?? 0] ?? 0,
      ),
    [suggestions, paragraphOf, script],
  );

  function pick(from: number, to: number, gesture?: string, whole = snap): void {
    const stretch = { from: Math.min(from, to), to: Math.max(from, to) + 1 };
    change({ picked: whole ? snapped(script, stretch) : stretch, snap: whole }, gesture);
    setActive(script.sentenceOf[to] ?? 0);
  }

  function pickSentences({ sentenceFrom, sentenceTo }: Suggestion): void {
    const from = script.sentences[sentenceFrom]?.wordFrom;
    const to = script.sentences[sentenceTo - 1]?.wordTo;
    if (from === undefined || to === undefined) return;
    anchor.current = from;
    pick(from, to - 1, undefined, true);
  }

  function begin(event: PointerEvent<HTMLDivElement>): void {
    pointer.current = event.pointerType;
    if (event.button !== 0) return;
    const from = target(event, '[data-play]')?.dataset['play'];
    if (from !== undefined) {
      sound?.play(Number(from));
      return;
    }
    const suggested = target(event, '[data-suggested]')?.dataset['suggested'];
    const suggestion = suggestions.find(({ sentenceFrom }) => sentenceFrom === Number(suggested));
    if (suggestion !== undefined) {
      pickSentences(suggestion);
      return;
    }
    const handle = target(event, '[data-handle]')?.dataset['handle'];
    if (handle !== undefined && picked !== null) {
      const [held, other] = handle === 'start' ? [picked.from, picked.to - 1] : [picked.to - 1, picked.from];
      const box = scroller.current?.querySelector(`[data-word="${held}"]`)?.getBoundingClientRect();
      const below = box === undefined ? 0 : box.top + box.height / 2 - event.clientY;
      drag.current = { anchor: other, gesture: `handle-${event.timeStamp}`, below };
      event.currentTarget.setPointerCapture(event.pointerId);
      event.preventDefault();
      return;
    }
    // A finger scrolls; it picks by a tap and by the handles.
    if (event.pointerType === 'touch') return;
    const word = wordUnder(event);
    if (word === null) return;
    if (event.shiftKey && picked !== null) {
      pick(anchor.current, word);
      return;
    }
    anchor.current = word;
    drag.current = { anchor: word, gesture: `drag-${event.timeStamp}`, below: 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
    pick(word, word, drag.current.gesture);
  }

  function move(event: PointerEvent<HTMLDivElement>): void {
    if (drag.current === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    if (event.clientY < box.top + EDGE.within) event.currentTarget.scrollBy(0, -EDGE.step);
    if (event.clientY > box.bottom - EDGE.within) event.currentTarget.scrollBy(0, EDGE.step);
    const word = wordUnder(event, drag.current.below);
    if (word !== null) pick(drag.current.anchor, word, drag.current.gesture);
  }

  function end(event: PointerEvent<HTMLDivElement>): void {
    if (drag.current !== null) event.currentTarget.releasePointerCapture(event.pointerId);
    drag.current = null;
  }

  function tap(event: MouseEvent<HTMLDivElement>): void {
    if (pointer.current !== 'touch' || target(event, '[data-handle]')) return;
    const word = wordUnder(event);
    if (word === null) return;
    anchor.current = word;
    pick(word, word);
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey) return;
    const { key, shiftKey, altKey } = event;
    const last = script.sentences.length - 1;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -last, End: last }[key];
    if (step !== undefined) {
      event.preventDefault();
      const to = Math.min(Math.max(active + step, 0), last);
      const sentence = script.sentences[to];
      if (sentence === undefined) return;
      if (shiftKey && picked !== null)
        pick(
          anchor.current,
          to >= (script.sentenceOf[anchor.current] ?? 0) ? sentence.wordTo - 1 : sentence.wordFrom,
        );
      setActive(to);
      show(sentence.wordFrom);
      return;
    }
    if ((key === 'ArrowRight' || key === 'ArrowLeft') && shiftKey && picked !== null) {
      event.preventDefault();
      // As in any text, the arrow goes where it points: in Arabic the words go on to the left.
      const by = (key === 'ArrowRight') === script.isRtl ? -1 : 1;
      const next = altKey
        ? { from: clamp(picked.from + by, 0, picked.to - 1), to: picked.to }
        : { from: picked.from, to: clamp(picked.to + by, picked.from + 1, script.words.length) };
      change({ picked: next, snap: false });
      show(altKey ? next.from : next.to - 1);
      return;
    }
    if (key === ' ' || key === 'Enter') {
      event.preventDefault();
      const sentence = script.sentences[active];
      if (sentence === undefined) return;
      const isPicked = picked !== null && picked.from < sentence.wordTo && picked.to > sentence.wordFrom;
      if (key === 'Enter' && isPicked) {
        onDone();
        return;
      }
      if (shiftKey && picked !== null) pick(anchor.current, sentence.wordTo - 1);
      else {
        anchor.current = sentence.wordFrom;
        pick(sentence.wordFrom, sentence.wordTo - 1, undefined, true);
      }
      return;
    }
    if (key === 'Escape' && picked !== null) change({ picked: null });
  }

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label="Transcript. Arrow keys go from sentence to sentence, Space picks one, Shift and the arrows pick more."
      aria-activedescendant={`sentence-${active}`}
      lang={script.source.language}
      dir={script.isRtl ? 'rtl' : 'ltr'}
      className="group @container h-full touch-pan-y select-none overflow-y-auto overscroll-contain outline-none"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onClick={tap}
      onKeyDown={press}
      onWheel={onScroll}
      onTouchMove={onScroll}
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const paragraph = paragraphs[index];
          if (paragraph === undefined) return null;
          const from = Math.max(paragraph.from, picked?.from ?? Infinity);
          const to = Math.min(paragraph.to, picked?.to ?? -1);
          const isHere = from < to;
          const isActive = active >= paragraph.sentenceFrom && active < paragraph.sentenceTo;
          return (
            <div
              key={index}
              ref={rows.measureElement}
              data-index={index}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Paragraph
                script={script}
                paragraph={paragraph}
                pickedFrom={isHere ? from : -1}
                pickedTo={isHere ? to : -1}
                hasStart={isHere && from === picked?.from}
                hasEnd={isHere && to === picked?.to}
                active={isActive ? active : -1}
                found={foundIn.get(index)}
                suggestions={suggestedIn.get(index)}
                isTimed={isTimed}
                canPlay={sound !== null}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
});

function byParagraph<T>(items: readonly T[], paragraph: (item: T) => number): Map<number, T[]> {
  return Map.groupBy(items, paragraph);
}

/** While the pointer is captured events name the list: what lies under it is asked of the document. */
function wordUnder({ clientX, clientY }: { clientX: number; clientY: number }, below = 0): number | null {
  for (const aside of [0, -SPACE, SPACE]) {
    for (const element of document.elementsFromPoint(clientX + aside, clientY + below)) {
      const word = element instanceof HTMLElement ? element.dataset['word'] : undefined;
      if (word !== undefined) return Number(word);
    }
  }
  return null;
}

function target(event: { target: EventTarget }, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
