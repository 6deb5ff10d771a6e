import { useState, type FormEvent } from 'react';
import { navigate } from '../route.tsx';

/** Where a person pastes the address of a podcast's feed. */
export function FeedForm({ given = '' }: { given?: string }) {
  const [url, setUrl] = useState(given);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    navigate(feedPath(withScheme(url.trim())));
  };
  return (
    <form onSubmit={submit}>
      <label className="label" htmlFor="feed-url">
        Address of a podcast’s feed
      </label>
      <div className="flex gap-2">
        <input
          id="feed-url"
          data-key="f"
          className="input min-w-0 flex-1"
          type="text"
          inputMode="url"
          placeholder="https://…/feed.xml"
          autoComplete="off"
          spellCheck={false}
          required
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
        <button type="submit" className="btn flex-none">
          Open
        </button>
      </div>
    </form>
  );
}

/** @param items guids to look into, in this order. @param chosen guids ticked in the list */
export function feedPath(
  url: string,
  { items = [], chosen = [] }: { items?: readonly string[]; chosen?: readonly string[] } = {},
): string {
  const query = new URLSearchParams({ url });
  for (const guid of items) query.append('item', guid);
  for (const guid of chosen) query.append('chosen', guid);
  return `/studio/feed?${query.toString()}`;
}

function withScheme(url: string): string {
  return /^[a-z]+:/i.test(url) ? url.replace(/^(?:feed|podcast|itpc):\/*/i, 'https://') : `https://${url}`;
}
