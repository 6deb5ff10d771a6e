import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { packView } from '../../http/packs.ts';
import { sendJson } from '../api/request.ts';
import { SIZE_NAMES, TEMPLATES } from '../make/templates.ts';
import { Problem } from '../ui/notice.tsx';
import { useSay } from '../ui/said.tsx';
import { pathOfChoice, PLATFORMS, type PackChoice } from './choice.ts';
import { packsQuery, showNewestPack } from './past-packs.tsx';
import { chooseForTray, type TrayItem } from './tray.ts';

type Pack = z.output<typeof packView>;

/** Sizes, platforms and look of the pack, and the button that makes it. */
export function MakePack({ items, choice }: { items: readonly TrayItem[]; choice: PackChoice }) {
  const { sizes, platforms, template } = choice;
  const queries = useQueryClient();
  const { say } = useSay();
  const episodes = Map.groupBy(items, ({ episodeId }) => episodeId);
  const make = useMutation({
    // A pack is of one episode: cards of several make several.
    mutationFn: async () => {
      for (const [episode, own] of episodes) {
        await sendJson<Pack>('POST', '/v1/packs', {
          episode,
          items: own.map((item) => packItem(item, template)),
          sizes,
          ...(platforms.length === 0 ? {} : { for: platforms }),
        });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: packsQuery.queryKey }),
    onSuccess: () => say('The pack is being made.'),
  });
  const set = (change: Partial<PackChoice>): void => chooseForTray(pathOfChoice({ ...choice, ...change }));
  const pictures = items.length * (sizes.length + platforms.length);
  return (
    <section>
      <h2 className="text-lg font-semibold tracking-tight">Make them all</h2>
      <Checks legend="Sizes" names={SIZE_NAMES} chosen={sizes} onChange={(next) => set({ sizes: next })} />
      <Checks
        legend="Ready for"
        names={PLATFORMS}
        chosen={platforms}
        onChange={(next) => set({ platforms: next })}
      />
      <label className="label mt-5" htmlFor="pack-template">
        Template
      </label>
      <select
        id="pack-template"
        className="input"
        value={template ?? ''}
        onChange={({ target }) => set({ template: target.value || null })}
      >
        <option value="">As each card was made</option>
        {Object.entries(TEMPLATES).map(([value, name]) => (
          <option key={value} value={value}>
            {name} for all
          </option>
        ))}
      </select>
      {make.error !== null && (
        <div className="mt-4">
          <Problem error={make.error} />
        </div>
      )}
      <button
        type="button"
        className="btn btn-first mt-5 w-full"
        disabled={pictures === 0 || make.isPending}
        onClick={() => make.mutate(undefined, { onSettled: showNewestPack })}
      >
        {pictures === 0
          ? 'Choose a size or platform'
          : `Make ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`}
      </button>
      <p className="mt-2 text-[0.875rem] text-soft">
        You get a ZIP with the pictures, the words to post and the alt texts
        {episodes.size > 1 ? ', one for each episode' : ''}. Each card keeps its mark and brand. A platform’s
        pictures have the size, format and weight it takes.
      </p>
    </section>
  );
}

interface ChecksProps {
  legend: string;
  names: Readonly<Record<string, string>>;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Checks({ legend, names, chosen, onChange }: ChecksProps) {
  return (
    <fieldset className="mt-5">
      <legend className="label">{legend}</legend>
      <div className="grid grid-cols-2 gap-1.5">
        {Object.entries(names).map(([value, name]) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A card as the API takes it: all its slides, since a pack is whole. */
function packItem({ range, snap, look }: TrayItem, template: string | null): object {
  const own = {
    template: template ?? look.template,
    brand: look.brand,
    mark: look.mark,
    lang: look.language,
  };
  return { range, snap, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)) };
}
