import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import { Problem } from '../ui/notice.tsx';
import { Choice } from './field.tsx';
import { sendFile } from './keep-kit.ts';

type Fonts = BrandKit['fonts'];

/** Families a brand may choose, as people know them. */
const FAMILIES: Readonly<Record<string, string>> = {
  inter: 'Inter',
  'source-serif': 'Source Serif',
  newsreader: 'Newsreader',
  archivo: 'Archivo',
  bricolage: 'Bricolage Grotesque',
};

/** Stands for a file to be chosen. */
const UPLOAD = 'upload';

const ROLES = { display: 'Type of the quote', body: 'Type of names' } as const;

/** The fonts of quote and names: one of those that are here, or a file of one's own. */
export function TypeFields({ fonts, onChange }: { fonts: Fonts; onChange: (fonts: Fonts) => void }) {
  /** Names of files sent on this visit, by digest. */
  const [sent, setSent] = useState<Readonly<Record<string, string>>>({});
  const send = useMutation({
    mutationFn: async ({ role, file }: { role: keyof Fonts; file: File }) => ({
      role,
      file,
      digest: await sendFile('/v1/fonts', file),
    }),
    onSuccess: ({ role, file, digest }) => {
      setSent((before) => ({ ...before, [digest]: file.name }));
      onChange({ ...fonts, [role]: digest });
    },
  });
  const choose = (role: keyof Fonts): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.ttf,.otf,.woff2,font/*';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file !== undefined) send.mutate({ role, file });
    });
    input.click();
  };
  const set = (role: keyof Fonts, value: string): void => {
    if (value === UPLOAD) choose(role);
    else onChange({ ...fonts, [role]: value === '' ? null : value });
  };
  const choices = (role: keyof Fonts): Record<string, string> => {
    const value = fonts[role] ?? '';
    const own = /^[0-9a-f]{64}$/.test(value) ? { [value]: sent[value] ?? 'A font of your own' } : {};
    return {
      ...(role === 'display' ? { '': 'The template’s' } : {}),
      ...FAMILIES,
      ...own,
      [UPLOAD]: 'A file of your own…',
    };
  };
  return (
    <>
      {(['display', 'body'] as const).map((role) => (
        <Choice
          key={role}
          id={role}
          label={ROLES[role]}
          value={fonts[role] ?? ''}
          choices={choices(role)}
          onChange={(value) => set(role, value)}
        />
      ))}
      {send.isPending && <p className="col-span-2 text-[0.875rem] text-soft">Looking into the font…</p>}
      {send.error !== null && (
        <div className="col-span-2">
          <Problem error={send.error} />
        </div>
      )}
    </>
  );
}
