import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { brandsQuery, type BrandView } from '../api/queries.ts';
import { DEFAULT_LOOK } from '../make/look.ts';
import { SizePicker } from '../make/size-picker.tsx';
import { TEMPLATES } from '../make/templates.ts';
import { useKeys } from '../pick/keys.ts';
import { navigate } from '../route.tsx';
import { Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { useSteps } from '../ui/steps.ts';
import { Colors } from './colors.tsx';
import { Choice, PictureField, Slide } from './field.tsx';
import { isConflict, keepKit, keptKit, sendFile } from './keep-kit.ts';
import { LiveCard } from './live-card.tsx';
import { NEW_KIT } from './new-kit.ts';
import { Photos } from './photos.tsx';
import { TypeFields } from './type.tsx';

const NO_KEYS = { onMap: () => undefined, onPlay: () => undefined };
const isSameKit = (a: BrandKit, b: BrandKit): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A kit on a live card. What is changed is drawn at once and kept when asked. */
export function KitEditor({ kept }: { kept: BrandView | null }) {
  const steps = useSteps(() => kept?.kit ?? NEW_KIT, isSameKit);
  const { value: kit, change, undo, redo, canUndo, canRedo } = steps;
  /** What the changes are of. */
  const [base, setBase] = useState(kept);
  const [size, setSize] = useState(DEFAULT_LOOK.size);
  const [tried, setTried] = useState<File | null>(null);
  const queries = useQueryClient();
  const { say } = useSay();
  const set = (part: Partial<BrandKit>, gesture?: string): void =>
    change((now) => ({ ...now, ...part }), gesture);
  const id = base?.kit.id ?? slugOf(kit.name);
  useKeys(steps, NO_KEYS);
  useUnsaved(!isSameKit(kit, base?.kit ?? NEW_KIT));

  const save = useMutation({
    mutationFn: (revision: number) => keepKit({ ...kit, id }, revision),
    onSuccess: async (brand) => {
      setBase(brand);
      await queries.invalidateQueries({ queryKey: brandsQuery.queryKey });
      say('The brand is kept. Cards made before keep their look.');
      navigate(`/studio/brands/${id}`, { replace: true });
    },
  });
  const theirs = useMutation({ mutationFn: () => keptKit(id) });
  const logo = useMutation({
    mutationFn: (file: File) => sendFile('/v1/pictures', file),
    onSuccess: (digest) => set({ logo: digest }),
  });
  const photo = useMutation({ mutationFn: (file: File) => sendFile('/v1/pictures', file) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(base?.revision ?? 0);
  };

  return (
    <>
      <h1 className="mt-2 text-3xl font-[680] tracking-[-0.025em]">{base?.kit.name ?? 'A new brand'}</h1>
      <form onSubmit={submit} className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid content-start gap-6">
          <div>
            <label className="label" htmlFor="brand-name">
              Name
            </label>
            <input
              id="brand-name"
              className="input"
              required
              maxLength={100}
              value={kit.name}
              onChange={({ target }) => set({ name: target.value }, 'name')}
            />
          </div>
          <Colors colors={kit.colors} onChange={(colors, gesture) => set({ colors }, `color-${gesture}`)} />
          <div className="grid grid-cols-2 gap-4">
            <TypeFields fonts={kit.fonts} onChange={(fonts) => set({ fonts })} />
            <Choice
              id="kit-template"
              label="Template"
              value={kit.template}
              choices={TEMPLATES}
              onChange={(template) => set({ template })}
            />
            <div>
              <label className="label" htmlFor="handle">
                Handle
              </label>
              <input
                id="handle"
                className="input"
                placeholder="@yourshow"
                maxLength={60}
                value={kit.handle ?? ''}
                onChange={({ target }) => set({ handle: target.value || null }, 'handle')}
              />
            </div>
          </div>
          <Hashtags
            key={base?.revision}
            tags={kit.hashtags}
            onChange={(hashtags) => set({ hashtags }, 'hashtags')}
          />
          <Slide
            id="corner"
            label="Roundness of corners"
            value={kit.corner}
            onChange={(corner) => set({ corner }, 'corner')}
          />
          <div>
            <PictureField
              id="logo"
              label="Logo"
              hint="PNG, JPEG, WebP or SVG"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              onFile={(file) => logo.mutate(file)}
            />
            {logo.error !== null && <Problem error={logo.error} />}
            {kit.logo !== null && (
              <button
                type="button"
                className="mt-2 text-[0.875rem] text-link underline underline-offset-2"
                onClick={() => set({ logo: null })}
              >
                Take the logo away
              </button>
            )}
          </div>
          <Photos
            photo={kit.photo}
            tried={tried}
            onChange={(next, gesture) => set({ photo: next }, `photo-${gesture}`)}
            onTry={(file) => {
              setTried(file);
              photo.mutate(file);
            }}
          />
          {photo.error !== null && <Problem error={photo.error} />}
          {save.error !== null && !isConflict(save.error) && <Problem error={save.error} />}
          {isConflict(save.error) && (
            <div role="alert" className="note note-alarm">
              <p>
                {base === null
                  ? `There is a brand “${id}” already. Give this one another name, or change that one.`
                  : 'This brand was changed since you opened it, in another tab or by somebody else. Nothing of yours is lost.'}
              </p>
              {base !== null && (
                <div className="mt-2 flex flex-wrap gap-2">
                  <button
                    type="button"
                    className="btn"
                    onClick={() =>
                      theirs.mutate(undefined, { onSuccess: ({ revision }) => save.mutate(revision) })
                    }
                  >
                    Keep mine over it
                  </button>
                  <button
                    type="button"
                    className="btn"
                    onClick={() =>
                      theirs.mutate(undefined, {
                        onSuccess: (brand) => {
                          setBase(brand);
                          change(() => brand.kit);
                          save.reset();
                          say('This is what was kept. Undo brings yours back.');
                        },
                      })
                    }
                  >
                    See what is kept
                  </button>
                </div>
              )}
            </div>
          )}
          <div className="sticky bottom-0 -mx-2 flex gap-2 border-t border-rule bg-paper px-2 py-3">
            <button type="submit" className="btn btn-first flex-1" disabled={save.isPending || id === ''}>
              {save.isPending ? 'Keeping it…' : 'Keep this brand'}
            </button>
            <button type="button" className="btn" disabled={!canUndo} onClick={undo}>
              Undo
            </button>
            <button type="button" className="btn" disabled={!canRedo} onClick={redo}>
              Redo
            </button>
          </div>
        </div>
        <div className="max-lg:order-first lg:sticky lg:top-4 lg:self-start">
          <LiveCard
            kit={{ ...kit, id: id || 'new', name: kit.name || 'New' }}
            photo={photo.data ?? null}
            size={size}
          />
          <div className="mt-4">
            <SizePicker size={size} onChange={setSize} />
          </div>
        </div>
      </form>
    </>
  );
}

/** Written as people write them: `#slowsignal #elevators`. */
function Hashtags({ tags, onChange }: { tags: readonly string[]; onChange: (tags: string[]) => void }) {
  /** What stands there while it is being written. */
  const [text, setText] = useState<string | null>(null);
  return (
    <div>
      <label className="label" htmlFor="hashtags">
        Hashtags <span className="font-normal text-soft">(under what is posted, not on cards)</span>
      </label>
      <input
        id="hashtags"
        className="input"
        placeholder="#yourshow #podcast"
        value={text ?? tags.map((tag) => `#${tag}`).join(' ')}
        onChange={({ target }) => {
          setText(target.value);
          onChange(hashtagsIn(target.value));
        }}
        onBlur={() => setText(null)}
      />
    </div>
  );
}

function hashtagsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]{1,100}/gu)?.slice(0, 30) ?? [];
}

/** Asks before the page is left while changes are kept nowhere. */
function useUnsaved(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);
}

/** `Night Ferry` -> `night-ferry`; empty where no letter of it can stand in an address. */
function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}
