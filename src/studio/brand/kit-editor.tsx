import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState, type FormEvent } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { reportColors } from '../../brand/report.ts';
import { brandsQuery, episodesQuery, type BrandView } from '../api/queries.ts';
import { request, sendJson } from '../api/request.ts';
import { DEFAULT_LOOK } from '../make/look.ts';
import { usePreview } from '../make/preview.ts';
import { SizePicker } from '../make/size-picker.tsx';
import { TEMPLATES } from '../make/templates.ts';
import { highlightsQuery } from '../pick/suggestions.ts';
import { navigate } from '../route.tsx';
import { Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { NEW_COLORS, NEW_KIT } from './new-kit.ts';

/** Families a brand may choose, as people know them. */
const FAMILIES: Readonly<Record<string, string>> = {
  inter: 'Inter',
  'source-serif': 'Source Serif',
  newsreader: 'Newsreader',
  archivo: 'Archivo',
  bricolage: 'Bricolage Grotesque',
};

/** Where colours meet, as the report calls it and as a person would. */
const USES: Readonly<Record<string, string>> = {
  text: 'Words',
  muted: 'Small words',
  'muted on a panel': 'Small words, panel',
  'accent as text': 'Accent as words',
  'text on accent': 'Words on accent',
};

const COLORS = { background: 'Background', text: 'Words', muted: 'Small words', accent: 'Accent' } as const;

/** A kit on a live card. What is changed is drawn at once and kept when asked. */
export function KitEditor({ kept }: { kept: BrandView | null }) {
  const [kit, setKit] = useState<BrandKit>(() => kept?.kit ?? NEW_KIT);
  const [past, setPast] = useState<readonly BrandKit[]>([]);
  const [size, setSize] = useState(DEFAULT_LOOK.size);
  const [logo, setLogo] = useState<File | null>(null);
  const queries = useQueryClient();
  const { say } = useSay();
  const set = (change: Partial<BrandKit>): void => {
    setPast((before) => [...before, kit].slice(-100));
    setKit({ ...kit, ...change });
  };
  const colors = kit.colors ?? NEW_COLORS;
  const id = kept?.kit.id ?? slugOf(kit.name);

  const save = useMutation({
    mutationFn: async () => {
      await sendJson<BrandView>('PUT', `/v1/brands/${id}`, { ...kit, id });
      if (logo !== null) await request(`/v1/brands/${id}/logo`, { method: 'PUT', body: logo });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: brandsQuery.queryKey });
      say('The brand is kept.');
      navigate(`/studio/brands/${id}`, { replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };

  return (
    <>
      <h1 className="mt-2 text-3xl font-[680] tracking-[-0.025em]">{kept?.kit.name ?? 'A new brand'}</h1>
      <form onSubmit={submit} className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid content-start gap-5">
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
              onChange={({ target }) => set({ name: target.value })}
            />
          </div>
          <fieldset>
            <legend className="label">Colours</legend>
            <label className="mb-2 flex items-center gap-2 text-[0.9375rem]">
              <input
                type="checkbox"
                className="size-4.5 accent-[var(--mark)]"
                checked={kit.colors === null}
                onChange={({ target }) => set({ colors: target.checked ? null : NEW_COLORS })}
              />
              From the cover of each episode
            </label>
            {kit.colors !== null && (
              <div className="grid grid-cols-2 gap-2">
                {Object.entries(COLORS).map(([use, name]) => (
                  <label
                    key={use}
                    className="flex items-center gap-2.5 rounded-[10px] border border-rule bg-sheet p-2 text-[0.875rem]"
                  >
                    <input
                      type="color"
                      className="h-8 w-9 flex-none cursor-pointer rounded border-0 bg-transparent p-0"
                      value={Reflect.get(colors, use)}
                      onChange={({ target }) => set({ colors: { ...colors, [use]: target.value } })}
                    />
                    {name}
                  </label>
                ))}
              </div>
            )}
          </fieldset>
          {kit.colors !== null && <Contrast colors={kit.colors} />}
          <div className="grid grid-cols-2 gap-4">
            <Choice
              id="display"
              label="Type of the quote"
              value={kit.fonts.display ?? ''}
              choices={{ '': 'The template’s', ...FAMILIES }}
              onChange={(display) => set({ fonts: { ...kit.fonts, display: display || null } })}
            />
            <Choice
              id="body"
              label="Type of names"
              value={kit.fonts.body}
              choices={FAMILIES}
              onChange={(body) => set({ fonts: { ...kit.fonts, body } })}
            />
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
                onChange={({ target }) => set({ handle: target.value || null })}
              />
            </div>
          </div>
          <Slide
            id="corner"
            label="Roundness of corners"
            value={kit.corner}
            onChange={(corner) => set({ corner })}
          />
          <fieldset className="grid gap-3">
            <legend className="label">Photos</legend>
            <label className="flex items-center gap-2 text-[0.9375rem]">
              <input
                type="checkbox"
                className="size-4.5 accent-[var(--mark)]"
                checked={kit.photo.style === 'mono'}
                onChange={({ target }) =>
                  set({ photo: { ...kit.photo, style: target.checked ? 'mono' : 'color' } })
                }
              />
              Without colour
            </label>
            <Slide
              id="focus-x"
              label="Kept in view, across"
              value={kit.photo.focus.x}
              onChange={(x) => set({ photo: { ...kit.photo, focus: { ...kit.photo.focus, x } } })}
            />
            <Slide
              id="focus-y"
              label="Kept in view, down"
              value={kit.photo.focus.y}
              onChange={(y) => set({ photo: { ...kit.photo, focus: { ...kit.photo.focus, y } } })}
            />
          </fieldset>
          <div>
            <label className="label" htmlFor="logo">
              Logo{' '}
              <span className="font-normal text-soft">
                (PNG, JPEG, WebP or SVG; seen once the brand is kept)
              </span>
            </label>
            <input
              id="logo"
              type="file"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              className="block w-full text-[0.9375rem] text-soft file:me-3 file:rounded-[10px] file:border file:border-solid file:border-rule file:bg-sheet file:px-3.5 file:py-2 file:font-medium file:text-ink"
              onChange={({ target }) => setLogo(target.files?.[0] ?? null)}
            />
          </div>
          {save.error !== null && <Problem error={save.error} />}
          <div className="flex gap-2">
            <button type="submit" className="btn btn-first flex-1" disabled={save.isPending || id === ''}>
              {save.isPending ? 'Keeping it…' : 'Keep this brand'}
            </button>
            <button
              type="button"
              className="btn"
              disabled={past.length === 0}
              onClick={() => {
                setKit(past.at(-1) ?? kit);
                setPast(past.slice(0, -1));
              }}
            >
              Undo
            </button>
          </div>
        </div>
        <div className="lg:sticky lg:top-0 lg:self-start">
          <LiveCard kit={{ ...kit, id: id || 'new', name: kit.name || 'New' }} size={size} />
          <div className="mt-4">
            <SizePicker size={size} onChange={setSize} />
          </div>
        </div>
      </form>
    </>
  );
}

/** The kit on the best quote of the newest episode. */
function LiveCard({ kit, size }: { kit: BrandKit; size: string }) {
  const { data } = useInfiniteQuery(episodesQuery);
  const episode = data?.pages[0]?.items[0];
  const { data: best } = useQuery({
    ...highlightsQuery(episode?.id ?? '', 1),
    enabled: episode !== undefined,
  });
  const range = best?.items[0]?.range ?? 's=0';
  const drawn = useDeferredValue(kit);
  const look = { ...DEFAULT_LOOK, size };
  const { url, preview, error } = usePreview(
    episode === undefined || best === undefined ? null : { episodeId: episode.id, range, look, kit: drawn },
  );
  if (data !== undefined && episode === undefined)
    return <p className="note">Bring in an episode to see the brand on a card.</p>;
  return (
    <div className="grid min-h-72 place-items-center rounded-2xl bg-desk p-5">
      {error !== null && <Problem error={error} />}
      {url !== null && preview !== null && (
        <img
          src={url}
          alt={preview.alt}
          className="max-h-[32rem] max-w-full rounded-lg border border-rule shadow-[0_14px_36px_-14px_#16181d40]"
        />
      )}
    </div>
  );
}

function Contrast({ colors }: { colors: NonNullable<BrandKit['colors']> }) {
  return (
    <table className="w-full text-[0.875rem]">
      <caption className="label whitespace-nowrap text-start">How well it can be read</caption>
      <tbody>
        {reportColors(colors).map(({ use, drawn, ground, wcag, repaired }) => (
          <tr key={use} className="border-t border-rule">
            <th scope="row" className="py-1.5 text-start font-normal whitespace-nowrap">
              <svg
                viewBox="0 0 28 16"
                className="me-2 inline-block h-4 w-7 rounded-sm border border-rule"
                aria-hidden="true"
              >
                <rect width="28" height="16" fill={ground} />
                <rect x="6" y="5.5" width="16" height="5" rx="1" fill={drawn} />
              </svg>
              {USES[use] ?? use}
            </th>
            <td className="py-1.5 text-end text-soft">{repaired ? 'adjusted to be read' : ''}</td>
            <td className="w-14 py-1.5 text-end tabular-nums">{wcag.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  choices: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

function Choice({ id, label, value, choices, onChange }: ChoiceProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
        {!(value in choices) && <option value={value}>{value}</option>}
        {Object.entries(choices).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SlideProps {
  id: string;
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function Slide({ id, label, value, onChange }: SlideProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.05}
        className="w-full accent-[var(--mark)]"
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </div>
  );
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
