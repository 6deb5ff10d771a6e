/** Fields of the brand's form. */

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  choices: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
}

export function Choice({ id, label, value, choices, onChange }: ChoiceProps) {
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

export function Slide({ id, label, value, onChange }: SlideProps) {
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
        step={0.01}
        className="w-full accent-[var(--mark)]"
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </div>
  );
}

interface PictureFieldProps {
  id: string;
  label: string;
  hint: string;
  accept: string;
  onFile: (file: File) => void;
}

export function PictureField({ id, label, hint, accept, onFile }: PictureFieldProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label} <span className="font-normal text-soft">({hint})</span>
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        className="block w-full text-[0.9375rem] text-soft file:me-3 file:rounded-[10px] file:border file:border-solid file:border-rule file:bg-sheet file:px-3.5 file:py-2 file:font-medium file:text-ink"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
