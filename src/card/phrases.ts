import { Cache } from '../text/cache.ts';

/**
 * The fixed words of a card, by language. `{}` stands for the name, `from` introduces the episode on a card that can
 * state no speaker, `with` its participants.
 */
interface Phrases {
  from: string;
  with: string;
}

const PHRASES: Record<string, Phrases> = {
  ar: { from: 'من {}', with: 'مع {}' },
  bn: { from: '{} থেকে', with: 'সঙ্গে {}' },
  cs: { from: 'Z epizody {}', with: 'účinkují {}' },
  da: { from: 'Fra {}', with: 'med {}' },
  de: { from: 'Aus {}', with: 'mit {}' },
  el: { from: 'Από {}', with: 'με {}' },
  en: { from: 'From {}', with: 'with {}' },
  es: { from: 'De {}', with: 'con {}' },
  fa: { from: 'از {}', with: 'با {}' },
  fi: { from: 'Jaksosta {}', with: 'mukana {}' },
  fr: { from: 'Extrait de {}', with: 'avec {}' },
  he: { from: 'מתוך {}', with: 'עם {}' },
  hi: { from: '{} से', with: 'साथ में {}' },
  it: { from: 'Da {}', with: 'con {}' },
  ja: { from: '{}より', with: '出演：{}' },
  ko: { from: '{}에서', with: '출연 {}' },
  nl: { from: 'Uit {}', with: 'met {}' },
  no: { from: 'Fra {}', with: 'med {}' },
  pl: { from: 'Z odcinka {}', with: 'występują {}' },
  pt: { from: 'De {}', with: 'com {}' },
  ru: { from: 'Из выпуска {}', with: 'участвуют {}' },
  sv: { from: 'Från {}', with: 'med {}' },
  ta: { from: '{} இலிருந்து', with: 'உடன் {}' },
  th: { from: 'จาก {}', with: 'กับ {}' },
  tr: { from: '{} bölümünden', with: 'konuklar {}' },
  uk: { from: 'З випуску {}', with: 'за участі {}' },
  vi: { from: 'Trích {}', with: 'cùng {}' },
  zh: { from: '摘自{}', with: '嘉宾：{}' },
  'zh-hant': { from: '摘自{}', with: '來賓：{}' },
};

const ENGLISH: Phrases = { from: 'From {}', with: 'with {}' };

const chosen = new Cache<string, Phrases>(64);

function phrases(language: string): Phrases {
  return chosen.getOr(language, () => {
    const locale = new Intl.Locale(language).maximize();
    return (
      PHRASES[`${locale.language}-${locale.script?.toLowerCase()}`] ?? PHRASES[locale.language] ?? ENGLISH
    );
  });
}

/** `From <episode>` and `with <names>`, for a card whose speaker no source states. */
export function fromLines(language: string, episode: string, names: readonly string[]): string[] {
  const fixed = phrases(language);
  const from = fixed.from.replace('{}', () => episode);
  return names.length === 0 ? [from] : [from, fixed.with.replace('{}', () => nameList(language, names))];
}

/** The same on one line: `From <episode> · with <names>`. */
export function fromLine(language: string, episode: string, names: readonly string[]): string {
  return fromLines(language, episode, names).join(' · ');
}

// A formatter takes longer to make than many cards to draw.
const lists = new Cache<string, Intl.ListFormat>(64);
const dates = new Cache<string, Intl.DateTimeFormat>(64);
const printed = new Cache<string, string>(64);
const digits = new Cache<string, readonly string[]>(64);

/** Names as the language lists them: `Ada, Ben and Cy`. */
export function nameList(language: string, names: readonly string[]): string {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return only;
  return lists.getOr(language, () => new Intl.ListFormat(language, { type: 'conjunction' })).format(names);
}

/** `14 March 2026` as the language writes it. */
export function printedDate(language: string, isoDate: string): string {
  const day = isoDate.slice(0, 10);
  const long = () =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return printed.getOr(`${language} ${day}`, () =>
    dates.getOr(language, long).format(new Date(`${day}T00:00:00Z`)),
  );
}

/** A time or a count with the language's own digits: `۲/۴`. */
export function localDigits(language: string, text: string): string {
  const own = digits.getOr(language, () => {
    const format = new Intl.NumberFormat(language, { useGrouping: false });
    return Array.from({ length: 10 }, (_, digit) => format.format(digit));
  });
  return text.replace(/\d/g, (digit) => own[Number(digit)] ?? digit);
}
