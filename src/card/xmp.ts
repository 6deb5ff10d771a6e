/** What a card says, as an XMP packet (ISO 16684-1) to be embedded in its file. */
import { altText } from './alt.ts';
import type { Card } from './model.ts';
import type { SlideWords } from './slots.ts';

/** Names of our own properties. */
const NAMESPACE = 'urn:pullquote:card:1:';

/** Quote, speakers, address, time and ID of a card. Equal cards give equal packets. */
export function xmpPacket(card: Card, slide: SlideWords | null): string {
  const speakers = card.speakers.map(({ name }) => name);
  const properties = [
    alternative('dc:title', cardTitle(card)),
    alternative('dc:description', card.words),
    list('dc:creator', 'Seq', speakers),
    list('dc:language', 'Bag', [card.spoken]),
    plain('dc:source', card.url),
    plain('dc:identifier', card.quoteId),
    alternative('Iptc4xmpCore:AltTextAccessibility', altText(card, slide)),
    plain('pullquote:quoteId', card.quoteId),
    plain('pullquote:time', card.time?.label ?? null),
    plain('pullquote:startMs', card.time === null ? null : String(card.time.startMs)),
    plain('pullquote:show', card.show),
    plain('pullquote:episode', card.episode),
  ];
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    `xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:pullquote="${NAMESPACE}">` +
    `${properties.join('')}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  );
}

/** Who said it, where: the title of a document. */
export function cardTitle(card: Card): string {
  return [...card.speakers.map(({ name }) => name), card.episode, card.show].join(' · ');
}

function plain(name: string, value: string | null): string {
  return value === null ? '' : `<${name}>${escape(value)}</${name}>`;
}

function alternative(name: string, value: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', values: readonly string[]): string {
  if (values.length === 0) return '';
  const items = values.map((value) => `<rdf:li>${escape(value)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
}

/** Text as XML 1.0 takes it: some control characters cannot be written at all. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
