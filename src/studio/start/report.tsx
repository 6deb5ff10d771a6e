import { useQuery } from '@tanstack/react-query';
import type { ImportView } from '../../http/views.ts';
import { clock } from '../script/script.ts';
import { Sentence } from '../ui/notice.tsx';
import { withEmoji } from '../ui/with-emoji.tsx';

interface ReportProps {
  report: ImportView;
  /** `null` where the file is elsewhere: lines are then named, not shown. */
  file: File | null;
  names: Readonly<Record<string, string>>;
  onName: (label: string, name: string) => void;
}

const FORMATS: Readonly<Record<string, string>> = {
  vtt: 'WebVTT',
  srt: 'SubRip',
  'podcast-json': 'Podcasting 2.0 JSON',
  'podcast-html': 'Podcasting 2.0 HTML',
  'whisper-json': 'Whisper JSON',
  'deepgram-json': 'Deepgram JSON',
  'assemblyai-json': 'AssemblyAI JSON',
  'rev-json': 'Rev JSON',
  'youtube-json3': 'YouTube JSON',
  'youtube-srv3': 'YouTube XML',
  sbv: 'SubViewer',
  lrc: 'LRC',
  ttml: 'TTML',
  'speaker-text': 'Text with names',
  'bucket-text': 'Text in steps of time',
  'caption-text': 'Lines of captions',
};

/** Warnings shown before the rest folds away. */
const SHOWN = 8;

/** What an import found, for a person to judge. */
export function Report({ report, file, names, onName }: ReportProps) {
  const { data: lines } = useQuery({
    queryKey: ['lines', file?.name, file?.size, file?.lastModified],
    queryFn: async () => ((await file?.text()) ?? '').split(/\r\n?|\n/),
    staleTime: Infinity,
    enabled: file !== null && report.warnings.length > 0,
  });
  const voices = [
    ...Map.groupBy(
      report.speakers.filter(({ label }) => label !== null),
      ({ label }) => label ?? '',
    ),
  ].map(([label, counts]) => ({ label, words: counts.reduce((sum, { words }) => sum + words, 0) }));
  const unnamed = report.speakers
    .filter(({ label }) => label === null)
    .reduce((sum, { words }) => sum + words, 0);
  const { quotes } = report;
  return (
    <div className="grid gap-8">
      <dl className="flex flex-wrap gap-x-9 gap-y-3">
        <Figure name="Format" value={FORMATS[report.revision.format] ?? report.revision.format} />
        <Figure name="Words" value={report.words.toLocaleString('en')} />
        <Figure name="Sentences" value={report.sentences.toLocaleString('en')} />
        {report.durationMs !== null && <Figure name="Length" value={clock(report.durationMs)} />}
      </dl>
      {report.status !== 'created' && (
        <p className="note">
          {report.status === 'unchanged'
            ? 'These are the words that are kept already.'
            : `${quotes.kept} quotes keep their address, ${quotes.changed} say something else now, ${quotes.superseded} are replaced, ${quotes.added} are new.`}
        </p>
      )}
      <section>
        <h2 className="heading mb-2">It begins</h2>
        <blockquote
          dir="auto"
          className="border-s-4 border-mark bg-sheet px-5 py-4 font-serif text-lg/relaxed"
        >
          {withEmoji(report.opening.join(' '))}
        </blockquote>
      </section>
      {voices.length > 0 && (
        <section>
          <h2 className="heading">Who speaks</h2>
          <p className="mb-3 text-[0.9375rem] text-soft">
            Names are printed on cards. Leave a voice you do not know as it is: a label like SPEAKER_1 is
            never printed.
          </p>
          <ul className="grid gap-2.5">
            {voices.map(({ label, words }) => (
              <li key={label} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] items-center gap-3">
                <label htmlFor={`voice-${label}`} className="min-w-0">
                  <span className="block truncate font-medium">{label}</span>
                  <span className="block text-[0.8125rem] text-soft">{words.toLocaleString('en')} words</span>
                </label>
                <input
                  id={`voice-${label}`}
                  className="input"
                  placeholder={isNameless(label) ? 'Who is it?' : `Printed as ${label}`}
                  value={names[label] ?? ''}
                  onChange={({ target }) => onName(label, target.value)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {unnamed > 0 && (
        <p className="note">
          {unnamed.toLocaleString('en')} words have no speaker in the file. Cards of them name the episode,
          not a person.
        </p>
      )}
      {report.warnings.length === 0 ? (
        <p className="text-soft">Nothing in it looks wrong.</p>
      ) : (
        <section>
          <h2 className="heading mb-2">
            {report.warnings.length === 1
              ? 'One thing to look at'
              : `${report.warnings.length} things to look at`}
          </h2>
          <Warnings warnings={report.warnings.slice(0, SHOWN)} lines={lines ?? []} />
          {report.warnings.length > SHOWN && (
            <details className="fold">
              <summary>{report.warnings.length - SHOWN} more</summary>
              <Warnings warnings={report.warnings.slice(SHOWN)} lines={lines ?? []} />
            </details>
          )}
        </section>
      )}
    </div>
  );
}

/** True for a label a program gives who does not know names. */
function isNameless(label: string): boolean {
  return /^(?:speaker|spk|voice|guest|unknown)?[\s_-]*\w?\d*$/i.test(label);
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-soft">{name}</dt>
      <dd className="text-lg font-semibold tracking-tight tabular-nums">{value}</dd>
    </div>
  );
}

function Warnings({ warnings, lines }: { warnings: ImportView['warnings']; lines: readonly string[] }) {
  return (
    <ul>
      {warnings.map(({ message, line }, index) => (
        <li
          key={index}
          className={`gap-x-3 border-t border-rule py-2.5 text-[0.9375rem] ${line === undefined ? '' : 'grid grid-cols-[5.5rem_minmax(0,1fr)]'}`}
        >
          {line !== undefined && <span className="text-soft tabular-nums">Line {line}</span>}
          <span>
            <Sentence text={message} />
            {line !== undefined && (lines[line - 1] ?? '').trim() !== '' && (
              <code className="mt-1 block truncate font-mono text-[0.8125rem] text-soft">
                {lines[line - 1]}
              </code>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
