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
        className="slide"
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </div>
  );
}
