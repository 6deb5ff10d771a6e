import { DEFAULT_LOOK } from './look.ts';
import { usePreview, type Order } from './preview.ts';
import { sizeOf, TEMPLATES } from './templates.ts';

interface GalleryProps {
  order: Order | null;
  template: string | null;
  onChange: (template: string | null) => void;
}

/** Every template with the words picked. */
export function Gallery({ order, template, onChange }: GalleryProps) {
  if (order === null) return null;
  return (
    <fieldset>
      <legend className="heading mb-2">Template</legend>
      <div className="grid grid-cols-3 gap-2.5">
        <Choice
          order={order}
          value={null}
          name="The brand’s"
          isChosen={template === null}
          onChange={onChange}
        />
        {Object.entries(TEMPLATES).map(([value, name]) => (
          <Choice
            key={value}
            order={order}
            value={value}
            name={name}
            isChosen={template === value}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  order: Order;
  value: string | null;
  name: string;
  isChosen: boolean;
  onChange: (template: string | null) => void;
}

function Choice({ order, value, name, isChosen, onChange }: ChoiceProps) {
  const look = { ...order.look, template: value, slide: DEFAULT_LOOK.slide };
  const { url, error } = usePreview({ ...order, look }, true);
  const { width, height } = sizeOf(look.size);
  return (
    <label className="group block rounded-lg p-1 has-checked:bg-sheet has-checked:shadow-[0_0_0_2px_var(--mark)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-mark">
      <input
        type="radio"
        name="template"
        className="sr-only"
        checked={isChosen}
        onChange={() => onChange(value)}
      />
      <span
        className="flex max-h-40 w-full items-center justify-center overflow-hidden rounded-md border border-rule bg-paper"
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        {url === null ? (
          error === null ? null : (
            <span className="p-1 text-center text-xs text-soft">cannot be drawn</span>
          )
        ) : (
          <img src={url} alt="" className="max-h-full max-w-full" />
        )}
      </span>
      <span
        className={`mt-1 block truncate text-center text-[0.8125rem] ${isChosen ? 'font-semibold' : 'text-soft'}`}
      >
        {name}
      </span>
    </label>
  );
}
