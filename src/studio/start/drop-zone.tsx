import { useRef, useState, type DragEvent } from 'react';
import { useSay } from '../ui/said.tsx';
import { openPasted } from './pasted.ts';

interface DropZoneProps {
  onFile: (file: File) => void;
}

const FORMATS =
  'WebVTT, SubRip, Podcasting 2.0, Whisper, Deepgram, AssemblyAI, Rev, YouTube, TTML, SBV, LRC, plain text with names or times';

/** A place to drop a transcript on, or to choose one. */
export function DropZone({ onFile }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    // The page around it takes files as well.
    event.stopPropagation();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-2xl border-2 border-dashed p-5 sm:p-6 ${isOver ? 'border-mark bg-wash-soft' : 'border-edge/60 bg-sheet'}`}
    >
      {/* Nothing is dropped by finger. */}
      <h2 className="font-serif text-xl font-semibold tracking-tight pointer-coarse:hidden">
        Drop a transcript here
      </h2>
      <h2 className="font-serif text-xl font-semibold tracking-tight pointer-fine:hidden">
        Open a transcript
      </h2>
      <p className="mt-1 text-[0.9375rem] text-soft">You see what was found in it before anything is kept.</p>
      <input
        ref={input}
        type="file"
        id="transcript-file"
        className="sr-only"
        tabIndex={-1}
        aria-label="Transcript file"
        onChange={(event) => take(event.target.files)}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <button
          type="button"
          data-key="n"
          className="btn btn-first max-sm:flex-1"
          onClick={() => input.current?.click()}
        >
          Choose a file
        </button>
        <PasteButton />
      </div>
      <p className="mt-3 text-[0.8125rem]/5 text-soft sm:mt-4">{FORMATS}.</p>
    </div>
  );
}

/** For who has the words and no file; where the browser does not let pages read the clipboard, keys do it. */
function PasteButton() {
  const { say } = useSay();
  const paste = async (): Promise<void> => {
    try {
      openPasted(await navigator.clipboard.readText());
    } catch {
      say('The browser keeps the clipboard to itself. Press Ctrl V, on a Mac ⌘ V.');
    }
  };
  return (
    <button type="button" className="btn max-sm:flex-1" onClick={() => void paste()}>
      Paste it
    </button>
  );
}
