interface KindProps {
  isClip: boolean;
  onChange: (isClip: boolean) => void;
}

/** Picture or clip. */
export function Kind({ isClip, onChange }: KindProps) {
  const option = (name: string, isOn: boolean) => (
    <label
      key={name}
      className={`grid place-items-center rounded-lg px-4 py-1.5 text-[0.9375rem] pointer-coarse:min-h-11 has-focus-visible:outline-3 has-focus-visible:outline-mark ${isOn ? 'bg-sheet font-semibold shadow-[0_1px_3px_#0002]' : 'text-soft'}`}
    >
      <input
        type="radio"
        name="kind"
        className="sr-only"
        checked={isOn}
        onChange={() => onChange(name === 'Clip')}
      />
      {name}
    </label>
  );
  return (
    <fieldset className="flex w-fit rounded-xl bg-rule/60 p-1">
      <legend className="sr-only">What is made</legend>
      {option('Picture', !isClip)}
      {option('Clip', isClip)}
    </fieldset>
  );
}
