import type { FormEvent } from 'react';
import type { EpisodeView } from '../api/queries.ts';
import { FileField } from '../ui/file-field.tsx';
import { Problem } from '../ui/notice.tsx';
import { typing } from '../ui/steps.ts';
import type { About } from './import.ts';
import type { Corrects } from './opened.ts';

interface AboutFormProps {
  about: About;
  /** Those that are here, and their shows. */
  episodes: readonly EpisodeView[];
  shows: readonly string[];
  corrects: Corrects | null;
  /** Language found in the file. */
  language: string | null;
  /** @param gesture what goes on under one name is undone at once */
  onChange: (part: Partial<About>, gesture?: string) => void;
  onKeep: () => void;
  isReady: boolean;
  isKeeping: boolean;
  error: unknown;
}

/** What a person says about an episode, and the button that keeps it. */
export function AboutForm(props: AboutFormProps) {
  const { about, episodes, shows, corrects, language, onChange, onKeep, isReady, isKeeping, error } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onKeep();
  };
  return (
    <form onSubmit={submit} className="grid content-start gap-4" aria-label="About the episode">
      {episodes.length > 0 && (
        <div>
          <label className="label" htmlFor="replaces">
            This is
          </label>
          <select
            id="replaces"
            className="input"
            value={about.replaces ?? ''}
            onChange={({ target: { value } }) => {
              const episode = episodes.find(({ id }) => id === value);
              onChange(
                episode === undefined
                  ? { replaces: null }
                  : { replaces: value, title: episode.title, show: episode.show.title },
              );
            }}
          >
            <option value="">a new episode</option>
            {corrects !== null && !episodes.some(({ id }) => id === corrects.id) && (
              <option value={corrects.id}>a correction of “{corrects.title}”</option>
            )}
            {episodes.map(({ id, title }) => (
              <option key={id} value={id}>
                a correction of “{title}”
              </option>
            ))}
          </select>
        </div>
      )}
      <div>
        <label className="label" htmlFor="title">
          Title
        </label>
        <input
          id="title"
          dir="auto"
          className="input"
          required
          maxLength={500}
          value={about.title}
          onChange={({ target: { value } }) => onChange({ title: value }, typing('title', value))}
        />
      </div>
      <div>
        <label className="label" htmlFor="show">
          Show
        </label>
        <input
          id="show"
          dir="auto"
          className="input"
          required
          maxLength={500}
          list="shows"
          placeholder={shows.length === 0 ? 'Its name' : 'One of yours, or a new one'}
          value={about.show}
          onChange={({ target: { value } }) => onChange({ show: value }, typing('show', value))}
        />
        <datalist id="shows">
          {shows.map((title) => (
            <option key={title} value={title} />
          ))}
        </datalist>
      </div>
      <div className="grid grid-cols-2 gap-4">
        <div>
          <label className="label" htmlFor="published">
            Published
          </label>
          <input
            id="published"
            type="date"
            className="input"
            value={about.publishedAt}
            onChange={({ target }) => onChange({ publishedAt: target.value }, 'published')}
          />
        </div>
        <div>
          <label className="label" htmlFor="spoken">
            Language
          </label>
          <input
            id="spoken"
            className="input"
            placeholder={language ?? 'en'}
            value={about.language}
            onChange={({ target }) => onChange({ language: target.value.trim() }, 'language')}
          />
        </div>
      </div>
      <FileField
        id="cover"
        label="Cover"
        accept="image/png,image/jpeg,image/webp"
        chosen={about.cover?.name ?? null}
        onFile={(cover) => onChange({ cover })}
        onNone={() => onChange({ cover: null })}
      />
      {error !== null && <Problem error={error} />}
      <button type="submit" className="btn btn-first mt-1" disabled={!isReady || isKeeping}>
        {isKeeping ? 'Keeping it…' : about.replaces === null ? 'Keep this episode' : 'Keep this correction'}
      </button>
      <p className="text-[0.875rem] text-soft">
        Nothing is kept until you press this. Until then the file and these words wait in this browser.
      </p>
    </form>
  );
}
