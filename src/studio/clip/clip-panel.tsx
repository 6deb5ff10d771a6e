import { useRef, useState, type ReactNode } from 'react';
import { download } from '../make/share.ts';
import { useSettled } from '../make/settled.ts';
import { Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { Film, RATE } from './film.tsx';
import { clipBox, CLIP_SIZES, CLIP_TEMPLATES, type ClipLook } from './clip-look.ts';
import { useClip, type ClipOrder } from './made-clip.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

interface ClipPanelProps {
  /** Path of the quote or range, without an ending. */
  path: string;
  brand: string | null;
  clip: ClipLook;
  hasSound: boolean;
  onChange: (clip: Partial<ClipLook>) => void;
  /** Where words the transcript misheard are put right; it stands under the captions. */
  correction: ReactNode;
}

/** Milliseconds without a change after which a clip is made. */
const WAITS = 500;

/** A captioned clip of the words picked: seen frame by frame, as it is downloaded. */
export function ClipPanel({ path, brand, clip, hasSound, onChange, correction }: ClipPanelProps) {
  const order = useSettled(JSON.stringify({ path, clip, brand }), WAITS);
  const settled: ClipOrder = JSON.parse(order);
  const { file, url, posterUrl, cues, isMaking, seconds, error } = useClip(settled);
  const sizeMade = settled.clip.size;
  const { say } = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [now, setNow] = useState(0);
  return (
    <div className="grid gap-6">
      <div>
        <div className="grid place-items-center" aria-busy={isMaking}>
          {url !== null ? (
            <div className="w-full">
              <Film key={url} video={video} url={url} box={clipBox(sizeMade)} onTime={setNow} />
            </div>
          ) : posterUrl !== null ? (
            <img
              src={posterUrl}
              alt=""
              style={clipBox(sizeMade)}
              className="rounded-lg border border-rule opacity-70"
            />
          ) : (
            <div
              style={clipBox(clip.size)}
              className="animate-pulse rounded-lg border border-dashed border-edge"
            />
          )}
        </div>
        <div role="status" className="text-center text-[0.875rem] text-soft">
          {isMaking && <p className="mt-2">Making the clip… {seconds > 1 ? `${seconds} s` : ''}</p>}
        </div>
      </div>
      {error !== null && <Problem error={error} />}
      {!hasSound && (
        <p className="note">No recording of this episode is known, so the clip is silent: captions alone.</p>
      )}
      <button
        type="button"
        data-key="d"
        className="btn btn-first"
        disabled={file === null}
        onClick={() => {
          if (file === null) return;
          download(file);
          say('The clip is downloaded.');
        }}
      >
        Download clip
      </button>
      <Radios
        legend="Size"
        name="clip-size"
        names={CLIP_SIZES}
        value={clip.size}
        onChange={(size) => onChange({ size })}
      />
      <Radios
        legend="Look"
        name="clip-template"
        names={{ '': 'The brand’s', ...CLIP_TEMPLATES }}
        value={clip.template ?? ''}
        onChange={(template) => onChange({ template: template || null })}
      />
      <fieldset className="grid gap-2 text-[0.9375rem]">
        <legend className="heading mb-2">Captions and sound</legend>
        <Check
          label="Mark the word that is spoken"
          isOn={clip.style === 'karaoke'}
          onChange={(isOn) => onChange({ style: isOn ? 'karaoke' : 'plain' })}
        />
        <Check
          label="Leave out um and uh"
          isOn={clip.hidesFillers}
          onChange={(hidesFillers) => onChange({ hidesFillers })}
        />
        {hasSound && (
          <Check
            label="With sound"
            isOn={!clip.isSilent}
            onChange={(isOn) => onChange({ isSilent: !isOn })}
          />
        )}
      </fieldset>
      {cues.length > 0 && (
        <section>
          <h3 className="heading mb-2">Captions</h3>
          <ol className="overflow-hidden rounded-xl border border-rule bg-sheet">
            {cues.map(({ startMs, endMs, text }) => {
              const isNow = now >= startMs && now < endMs;
              return (
                <li key={startMs} className="border-t border-rule first:border-t-0">
                  <button
                    type="button"
                    aria-current={isNow}
                    className={`grid w-full grid-cols-[3.5rem_minmax(0,1fr)] gap-3 px-3 py-2 text-start pointer-coarse:min-h-11 hover:bg-wash-soft ${isNow ? 'bg-wash-soft' : ''}`}
                    onClick={() => {
                      if (video.current !== null) video.current.currentTime = startMs / 1000 + 0.5 / RATE;
                    }}
                  >
                    <span className="pt-0.5 text-[0.8125rem] text-soft tabular-nums">
                      {(startMs / 1000).toFixed(2)}
                    </span>
                    <span dir="auto" className="font-serif">
                      {withEmoji(text)}
                    </span>
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      )}
      {correction}
    </div>
  );
}

interface RadiosProps {
  legend: string;
  name: string;
  names: Readonly<Record<string, string>>;
  value: string;
  onChange: (value: string) => void;
}

function Radios({ legend, name, names, value, onChange }: RadiosProps) {
  return (
    <fieldset>
      <legend className="heading mb-2">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {Object.entries(names).map(([each, label]) => (
          <label
            key={each}
            className="grid place-items-center rounded-lg border border-rule bg-sheet px-3 py-1.5 text-[0.875rem] pointer-coarse:min-h-11 has-checked:border-mark has-checked:shadow-[0_0_0_1px_var(--mark)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-mark"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === each}
              onChange={() => onChange(each)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Check({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
