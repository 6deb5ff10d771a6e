import { useState } from 'react';
import { sentenceOf } from '../api/request.ts';
import { addToTray, undoTray } from '../pack/tray.ts';
import { useSay } from '../ui/said.tsx';
import type { Look } from './look.ts';
import {
  canShareFiles,
  cardFile,
  download,
  embedCode,
  imageAddress,
  pageAddress,
  type Made,
} from './share.ts';

interface ShareButtonsProps {
  made: Made;
  look: Look;
  alt: string | null;
  slides: number;
  words: string;
  episodeTitle: string;
}

/** Ways out of the Studio. */
export function ShareButtons({ made, look, alt, slides, words, episodeTitle }: ShareButtonsProps) {
  const { say, warn } = useSay();
  const [busy, setBusy] = useState<string | null>(null);
  const [dpr, setDpr] = useState(1);

  /** Runs one of the ways and says how it went. */
  const does = (name: string, run: () => Promise<string>) => async (): Promise<void> => {
    setBusy(name);
    try {
      say(await run());
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) warn(sentenceOf(error));
    } finally {
      setBusy(null);
    }
  };

  const copyImage = does('image', async () => {
    // Browsers ask that the item is made at the press of the button; the picture may come later.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': cardFile(made, look, dpr) })]);
    return 'The picture is copied.';
  });
  const copyLink = does('link', async () => {
    const { address, isPermanent } = await pageAddress(made);
    await navigator.clipboard.writeText(address);
    return isPermanent
      ? 'The link is copied.'
      : 'The link is copied. Sign in for one that outlasts corrections of the transcript.';
  });
  const downloadAll = does('download', async () => {
    for (let slide = 1; slide <= slides; slide++) download(await cardFile(made, { ...look, slide }, dpr));
    return slides > 1 ? `${slides} slides are downloaded.` : 'The card is downloaded.';
  });
  const share = does('share', async () => {
    const [file, { address }] = await Promise.all([cardFile(made, look, dpr), pageAddress(made)]);
    await navigator.share({ files: [file], text: words, url: address });
    return 'Shared.';
  });

  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2">
        <button
          type="button"
          data-key="d"
          className="btn btn-first"
          disabled={busy === 'download' || alt === null}
          onClick={() => void downloadAll()}
        >
          {slides > 1 ? `Download ${slides} slides` : 'Download'}
        </button>
        {canShareFiles() && (
          <button
            type="button"
            className="btn"
            disabled={busy === 'share' || alt === null}
            onClick={() => void share()}
          >
            Share…
          </button>
        )}
        <button
          type="button"
          data-key="c"
          className="btn"
          disabled={busy === 'image' || alt === null}
          onClick={() => void copyImage()}
        >
          Copy image
        </button>
        <button
          type="button"
          data-key="l"
          className="btn"
          disabled={busy === 'link'}
          onClick={() => void copyLink()}
        >
          Copy link
        </button>
        <button
          type="button"
          data-key="p"
          className="btn"
          disabled={alt === null}
          onClick={() => {
            const { episodeId, range, snap } = made;
            addToTray({ episodeId, range, snap, look, words, episode: episodeTitle });
            say('It is in the pack.', { name: 'Undo', run: undoTray });
          }}
        >
          Add to pack
        </button>
      </div>
      <details className="fold text-[0.9375rem]">
        <summary>More to copy, and sharper pictures</summary>
        <div className="mt-2 flex flex-wrap gap-2">
          <button
            type="button"
            className="btn"
            disabled={alt === null}
            onClick={() =>
              void does('alt', async () => {
                await navigator.clipboard.writeText(alt ?? '');
                return 'The alt text is copied.';
              })()
            }
          >
            Copy alt text
          </button>
          <button
            type="button"
            className="btn"
            onClick={() =>
              void does('embed', async () => {
                await navigator.clipboard.writeText(await embedCode(made));
                return 'The embed code is copied.';
              })()
            }
          >
            Copy embed
          </button>
          <button
            type="button"
            className="btn"
            onClick={() =>
              void does('address', async () => {
                await navigator.clipboard.writeText((await imageAddress(made, look)).address);
                return 'The address of the picture is copied.';
              })()
            }
          >
            Copy image address
          </button>
          <label className="flex items-center gap-2">
            <span className="text-soft">Pixels</span>
            <select
              className="input !w-auto"
              value={dpr}
              onChange={(event) => setDpr(Number(event.target.value))}
            >
              <option value={1}>as they are</option>
              <option value={1.5}>1.5 ×</option>
              <option value={2}>2 ×</option>
            </select>
          </label>
        </div>
      </details>
    </div>
  );
}
