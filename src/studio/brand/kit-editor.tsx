import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { brandsQuery, type BrandView } from '../api/queries.ts';
import { DEFAULT_LOOK } from '../make/look.ts';
import { SizePicker } from '../make/size-picker.tsx';
import { TEMPLATES } from '../make/templates.ts';
import { navigate } from '../route.tsx';
import { FileField } from '../ui/file-field.tsx';
import { Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { typing, useSteps } from '../ui/steps.ts';
import { useUndo } from '../ui/undo.tsx';
import { useKeepUnsaved } from '../unsaved/use-shelf.ts';
import { Colors } from './colors.tsx';
import { Choice, Slide } from './field.tsx';
import { Hashtags } from './hashtags.tsx';
import { isConflict, keepKit, keptKit, sendFile } from './keep-kit.ts';
import { LiveCard } from './live-card.tsx';
import { NEW_KIT } from './new-kit.ts';
import { changedKits, type ChangedKit } from './changed.ts';
import { Photos } from './photos.tsx';
import { TypeFields } from './type.tsx';

const isSameKit = (a: BrandKit, b: BrandKit): boolean => JSON.stringify(a) === JSON.stringify(b);

interface KitEditorProps {
  /** As the address names it; `new` for one that is nowhere yet. */
  name: string;
  kept: BrandView | null;
  /** What was changed before, in this browser, and is kept nowhere else. */
  changed: ChangedKit | null;
  size: string;
}

/** A kit on a live card. What is changed is drawn at once and kept when asked. */
export function KitEditor({ name, kept, changed, size }: KitEditorProps) {
  const steps = useSteps(() => changed?.kit ?? kept?.kit ?? NEW_KIT, isSameKit);
  const { value: kit, change } = steps;
  useUndo(steps);
  /** What the changes are of. */
  const [base, setBase] = useState(changed === null ? kept : changed.base);
  const [tried, setTried] = useState<File | null>(null);
  const isChanged = !isSameKit(kit, base?.kit ?? NEW_KIT);
  const forget = useKeepUnsaved(
    changedKits,
    name,
    useMemo(() => (isChanged ? { kit, base } : null), [isChanged, kit, base]),
  );
  const queries = useQueryClient();
  const { say } = useSay();
  const set = (part: Partial<BrandKit>, gesture?: string): void =>
    change((now) => ({ ...now, ...part }), gesture);
  const id = base?.kit.id ?? slugOf(kit.name);

  const save = useMutation({
    mutationFn: (revision: number) => keepKit({ ...kit, id }, revision),
    onSuccess: async (brand) => {
      if (name !== id) await forget();
      setBase(brand);
      await queries.invalidateQueries({ queryKey: brandsQuery.queryKey });
      say('The brand is kept. Cards made before keep their look.');
      navigate(pathOfBrand(id, size), { replace: true });
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
      <h1 className="text-3xl font-[680] tracking-[-0.025em]">{base?.kit.name ?? 'A new brand'}</h1>
      {isChanged && (
        <p role="status" className="mt-1 flex flex-wrap items-center gap-x-3 text-[0.9375rem] text-soft">
          Not kept yet: it waits in this browser.
          <button
            type="button"
            className="min-h-9 text-link underline underline-offset-2 pointer-coarse:min-h-11"
            onClick={() => change(() => base?.kit ?? NEW_KIT)}
          >
            Back to what is kept
          </button>
        </p>
      )}
      <form
        data-steps
        onSubmit={submit}
        className="mt-5 grid gap-x-12 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]"
      >
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
              onChange={({ target: { value } }) => set({ name: value }, typing('name', value))}
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
            onChange={(hashtags) => set({ hashtags }, `hashtags ${hashtags.length}`)}
          />
          <Slide
            id="corner"
            label="Roundness of corners"
            value={kit.corner}
            onChange={(corner) => set({ corner }, 'corner')}
          />
          <div>
            <FileField
              id="logo"
              label="Logo"
              hint="PNG, JPEG, WebP or SVG"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              chosen={logo.isPending ? 'Sending it…' : kit.logo === null ? null : 'On the card'}
              onFile={(file) => logo.mutate(file)}
              onNone={() => set({ logo: null })}
            />
            {logo.error !== null && <Problem error={logo.error} />}
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
          <div className="sticky bottom-0 z-10 -mx-2 flex gap-2 border-t border-rule bg-paper px-2 py-3">
            <button type="submit" className="btn btn-first flex-1" disabled={save.isPending || id === ''}>
              {save.isPending ? 'Keeping it…' : 'Keep this brand'}
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
            <SizePicker
              size={size}
              onChange={(next) => navigate(pathOfBrand(name, next), { replace: true })}
            />
          </div>
        </div>
      </form>
    </>
  );
}

function pathOfBrand(name: string, size: string): string {
  const path = `/studio/brands/${name}`;
  return size === DEFAULT_LOOK.size ? path : `${path}?size=${size}`;
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
