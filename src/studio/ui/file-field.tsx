interface FileFieldProps {
  id: string;
  label: string;
  hint?: string;
  accept: string;
  /** What is chosen, in words; `null` for nothing. */
  chosen: string | null;
  onFile: (file: File) => void;
  onNone?: () => void;
}

/** A file to be chosen. What is chosen is said by the form, which may have taken it back. */
export function FileField({ id, label, hint, accept, chosen, onFile, onNone }: FileFieldProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label} {hint !== undefined && <span className="font-normal text-soft">({hint})</span>}
      </label>
      <div className="flex min-w-0 items-center gap-3">
        <label className="btn flex-none has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-mark">
          <input
            id={id}
            type="file"
            accept={accept}
            aria-label={label}
            className="sr-only"
            onChange={({ target }) => {
              const file = target.files?.[0];
              // The same file can be chosen once more after it was taken back.
              target.value = '';
              if (file !== undefined) onFile(file);
            }}
          />
          {chosen === null ? 'Choose a file' : 'Another file'}
        </label>
        <span className="min-w-0 truncate text-[0.9375rem] text-soft">{chosen ?? 'None chosen'}</span>
        {chosen !== null && onNone !== undefined && (
          <button
            type="button"
            aria-label={`Take it away: ${label}`}
            className="btn btn-bare ms-auto flex-none"
            onClick={onNone}
          >
            Take it away
          </button>
        )}
      </div>
    </div>
  );
}
