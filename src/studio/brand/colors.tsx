import type { BrandKit } from '../../brand/model.ts';
import { reportColors } from '../../brand/report.ts';
import { NEW_COLORS } from './new-kit.ts';
import { Swatch } from './swatch.tsx';
import { USES } from './uses.ts';

const COLORS = { background: 'Background', text: 'Words', muted: 'Small words', accent: 'Accent' } as const;

interface ColorsProps {
  colors: BrandKit['colors'];
  onChange: (colors: BrandKit['colors'], gesture: string) => void;
}

/** The colours, and how well words can be read where they meet. */
export function Colors({ colors, onChange }: ColorsProps) {
  return (
    <>
      <fieldset>
        <legend className="label">Colours</legend>
        <label className="check mb-2">
          <input
            type="checkbox"
            checked={colors === null}
            onChange={({ target }) => onChange(target.checked ? null : NEW_COLORS, 'cover')}
          />
          From the cover of each episode
        </label>
        {colors !== null && (
          <div className="grid grid-cols-2 gap-2">
            {Object.entries(COLORS).map(([use, name]) => (
              <label
                key={use}
                className="flex items-center gap-2.5 rounded-[10px] border border-rule bg-sheet p-2 text-[0.875rem] has-focus-visible:outline-3 has-focus-visible:outline-mark"
              >
                <input
                  type="color"
                  className="h-8 w-9 flex-none cursor-pointer rounded border-0 bg-transparent p-0 outline-none"
                  value={Reflect.get(colors, use)}
                  onChange={({ target }) => onChange({ ...colors, [use]: target.value }, use)}
                />
                {name}
              </label>
            ))}
          </div>
        )}
      </fieldset>
      {colors !== null && <Contrast colors={colors} />}
    </>
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
              <span className="me-2">
                <Swatch color={drawn} ground={ground} />
              </span>
              {USES[use] ?? use}
            </th>
            <td className="py-1.5 text-end text-soft">{repaired ? `drawn as ${drawn}` : ''}</td>
            <td className="w-14 py-1.5 text-end tabular-nums">{wcag.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
