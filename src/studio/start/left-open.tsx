import { Link } from '../route.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSay } from '../ui/said.tsx';
import { useShelf, useUnsavedList } from '../unsaved/use-shelf.ts';
import { titleOf } from './file-name.ts';
import { addressOfFile, openedFiles } from './opened.ts';
import { withEmoji } from '../ui/with-emoji.tsx';

/** Files that were opened and left before they were kept. */
export function LeftOpen() {
  const left = useUnsavedList(openedFiles);
  const { keep, drop } = useShelf(openedFiles);
  const { say } = useSay();
  if (left.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="heading">Opened, not kept yet</h2>
      <ul className="mt-1.5 border-b border-rule">
        {left.map(({ id, value, at }) => {
          const name = value.said?.title || titleOf(value.file.name);
          return (
            <li key={id} className="flex items-center gap-1 border-t border-rule">
              <Link href={addressOfFile(id)} className="min-w-0 flex-1 py-2.5 no-underline">
                <span className="block truncate font-medium">{withEmoji(name)}</span>
                <span className="block truncate text-[0.8125rem] text-soft">
                  {value.file.name} · {openedAt(at)}
                </span>
              </Link>
              <button
                type="button"
                className="btn btn-bare btn-icon flex-none text-soft"
                aria-label={`Close without keeping: ${name}`}
                onClick={async () => {
                  await drop(id);
                  say('The file is closed.', { name: 'Undo', run: () => void keep(id, value) });
                }}
              >
                <Icon name="close" className="size-4" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** `30 Nov, 20:40`, by the clock of who looks. */
function openedAt(at: number): string {
  return new Date(at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
