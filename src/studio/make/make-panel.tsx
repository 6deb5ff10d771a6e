import { lazy, memo, Suspense, useMemo } from 'react';
import type { EpisodeView } from '../api/queries.ts';
import type { DraftSteps } from '../pick/draft.ts';
import type { Suggestion } from '../pick/suggestions.ts';
import { startOf } from '../listen/follow.ts';
import { useSoundState, type Sound } from '../listen/sound.ts';
import { snapped, textOf, type Script, type Stretch } from '../script/script.ts';
import { DEFAULT_CLIP, type ClipLook } from '../clip/clip-look.ts';
import { CorrectWords } from '../correct/correct-words.tsx';
import { useDrawAhead } from './ahead.ts';
import { BrandPicker } from './brand-picker.tsx';
import { CardPicture } from './card-picture.tsx';
import { Gallery } from './gallery.tsx';
import { Invitation } from './invitation.tsx';
import { Kind } from './kind.tsx';
import { MarkPicker } from './mark-picker.tsx';
import { Notes } from './notes.tsx';
import { usePreview, type Order } from './preview.ts';
import { ShareButtons } from './share-buttons.tsx';
import { Icon } from '../ui/icon.tsx';
import { Busy } from '../ui/notice.tsx';
import { useSettled } from './settled.ts';
import { SizePicker } from './size-picker.tsx';
import { Slides } from './slides.tsx';
import { LANGUAGES, languageName } from './templates.ts';

const ClipPanel = lazy(async () => ({ default: (await import('../clip/clip-panel.tsx')).ClipPanel }));

interface MakePanelProps {
  episode: EpisodeView;
  script: Script;
  steps: DraftSteps;
  range: string | null;
  suggestions: readonly Suggestion[];
  sound: Sound | null;
  isShownOnPhones: boolean;
  isCorrecting: boolean;
  onCorrecting: (is: boolean) => void;
  onBack: () => void;
  onPickSuggestion: (suggestion: Suggestion) => void;
}

/** Milliseconds without a change after which the gallery is drawn anew: the card itself comes first. */
const GALLERY_WAITS = 250;

/** The card of what is picked, and all that can be chosen about it. */
export const MakePanel = memo(function MakePanel(props: MakePanelProps) {
  const { episode, script, steps, range, suggestions, sound, isShownOnPhones, onBack } = props;
  const { isCorrecting, onCorrecting } = props;
  const { draft, change } = steps;
  const { picked, look, snap, clip } = draft;
  const order = useMemo<Order | null>(
    () => (range === null ? null : { episodeId: episode.id, range, look }),
    [episode.id, range, look],
  );
  const { preview, url, error, isBehind } = usePreview(order);
  const later = useSettled(order, GALLERY_WAITS);
  useDrawAhead(clip === null ? order : null);
  const words = picked === null ? '' : textOf(script, picked);
  const sentence = picked === null ? null : (script.sentences[script.sentenceOf[picked.from] ?? 0] ?? null);
  const isOneSentence = sentence?.wordFrom === picked?.from && sentence?.wordTo === picked?.to;
  const correction = picked !== null && (
    <CorrectWords
      key={words}
      episode={episode}
      script={script}
      picked={picked}
      isOpen={clip !== null || isCorrecting}
      onFold={onCorrecting}
    />
  );

  return (
    <section
      id="card"
      tabIndex={-1}
      aria-label="Card"
      className={`relative min-h-0 overflow-y-auto overscroll-contain border-rule bg-desk outline-none lg:border-s ${isShownOnPhones ? '' : 'max-lg:hidden'}`}
    >
      {/* On phones the bar with the episode’s name is away. */}
      <h1 className="sr-only lg:hidden">{episode.title}</h1>
      <h2 className="sr-only">Card</h2>
      <div className="flex items-center justify-between gap-2 px-4 pt-3 sm:px-5">
        {picked !== null && order !== null && (
          <Kind
            isClip={clip !== null}
            onChange={(isClip) => change({ clip: isClip ? DEFAULT_CLIP : null })}
          />
        )}
        <button type="button" className="btn btn-bare -order-1 !ps-0 lg:hidden" onClick={onBack}>
          <Icon name="back" />
          The words
        </button>
      </div>
      {picked !== null && order !== null && clip !== null ? (
        <div className="grid gap-6 px-4 pb-10 pt-4 sm:px-5">
          <Suspense fallback={<Busy what="Opening…" />}>
            <ClipPanel
              path={sentencePath(episode.id, order.range, isOneSentence ? (sentence?.quoteId ?? null) : null)}
              brand={look.brand}
              clip={clip}
              hasSound={sound !== null}
              onChange={(part: Partial<ClipLook>) => change({ clip: { ...clip, ...part } })}
              correction={correction}
            />
          </Suspense>
          <BrandPicker brand={look.brand} onChange={(brand) => change({ look: { brand } })} />
        </div>
      ) : picked === null || order === null ? (
        <Invitation {...props} />
      ) : (
        <>
          <div className="sticky top-0 z-10 bg-desk px-4 pb-3 pt-4 sm:px-5">
            <CardPicture
              url={url}
              preview={preview}
              size={look.size}
              most="min(46vh, 30rem)"
              testId="preview"
              isBehind={isBehind}
            />
            {preview !== null && preview.slides > 1 && (
              <Slides
                count={preview.slides}
                at={look.slide}
                onChange={(slide) => change({ look: { slide } })}
              />
            )}
          </div>
          <div className="grid gap-6 px-4 pb-10 sm:px-5">
            <Notes
              draft={draft}
              script={script}
              preview={preview}
              error={error}
              suggestions={suggestions}
              onWiden={(wider) => change({ picked: wider })}
            />
            <ShareButtons
              made={{
                origin: new URL(episode.page).origin,
                episodeId: episode.id,
                range: order.range,
                snap: snap ? 'sentence' : 'word',
                quoteId: isOneSentence ? (sentence?.quoteId ?? null) : null,
              }}
              look={look}
              alt={preview?.alt ?? null}
              slides={preview?.slides ?? 1}
              words={words}
              episodeTitle={episode.title}
            />
            <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
              <label className="check">
                <input
                  type="checkbox"
                  checked={snap}
                  onChange={({ target: { checked } }) =>
                    change(checked ? { snap: true, picked: snapped(script, picked) } : { snap: false })
                  }
                />
                Pick whole sentences
              </label>
              {sound !== null && <Listen sound={sound} script={script} picked={picked} />}
            </div>
            <Gallery
              order={later}
              template={look.template}
              onChange={(template) => change({ look: { template } })}
            />
            <SizePicker size={look.size} onChange={(next) => change({ look: { size: next, slide: 1 } })} />
            <MarkPicker
              script={script}
              picked={picked}
              mark={look.mark}
              onChange={(mark) => change({ look: { mark } })}
            />
            {correction}
            <div className="grid grid-cols-2 gap-4">
              <BrandPicker brand={look.brand} onChange={(brand) => change({ look: { brand } })} />
              <div>
                <label className="label" htmlFor="language">
                  Language of names and date
                </label>
                <select
                  id="language"
                  className="input"
                  value={look.language ?? ''}
                  onChange={(event) => change({ look: { language: event.target.value || null } })}
                >
                  <option value="">The episode’s ({languageName(episode.language)})</option>
                  {LANGUAGES.map((tag) => (
                    <option key={tag} value={tag} lang={tag}>
                      {languageName(tag)}
                    </option>
                  ))}
                </select>
              </div>
            </div>
          </div>
        </>
      )}
    </section>
  );
});

/** Where the words have their clip. */
function sentencePath(episodeId: string, range: string, quoteId: string | null): string {
  return quoteId === null ? `/e/${encodeURIComponent(episodeId)}/${range}` : `/q/${quoteId}`;
}

/** Plays the words picked, and stops after them. */
function Listen({ sound, script, picked }: { sound: Sound; script: Script; picked: Stretch }) {
  const { isPlaying } = useSoundState(sound);
  const startMs = startOf(script, picked.from);
  if (startMs === null) return null;
  return (
    <button
      type="button"
      className="btn btn-small"
      onClick={() =>
        isPlaying ? sound.pause() : sound.play(startMs, startOf(script, picked.to) ?? Infinity)
      }
    >
      {isPlaying ? 'Pause' : 'Listen to it'}
    </button>
  );
}
