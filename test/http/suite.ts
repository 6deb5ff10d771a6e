/** What holds over HTTP, whichever runtime serves. */
import { afterAll, beforeAll, describe } from 'vitest';
import { Client } from './client.ts';
import { exampleForm, type Served } from './servers.ts';
import { apiTests } from './suite/api.ts';
import { altTests } from './suite/alt.ts';
import { cachingTests } from './suite/caching.ts';
import { editTests } from './suite/edits.ts';
import { embedTests } from './suite/embeds.ts';
import { fuzzTests } from './suite/fuzz.ts';
import { signingTests } from './suite/signing.ts';
import { studioTests } from './suite/studio.ts';
import { brandTests } from './suite/brands.ts';
import { cardTests } from './suite/cards.ts';
import { clipTests } from './suite/clips.ts';
import { formatTests } from './suite/formats.ts';
import { feedTests } from './suite/feeds.ts';
import { importTests } from './suite/imports.ts';
import { highlightTests } from './suite/highlights.ts';
import { packTests } from './suite/packs.ts';
import { pageTests } from './suite/pages.ts';
import { privacyTests } from './suite/privacy.ts';
import { recordingTests } from './suite/recordings.ts';
import { revisionTests } from './suite/revisions.ts';

/** The client of the server under test; there once `beforeAll` has run. */
export type ClientOf = () => Client;

export function httpSuite(name: string, start: () => Promise<Served>): void {
  describe(`HTTP on ${name}`, () => {
    let served: Served | undefined;
    const client: ClientOf = () => {
      if (served === undefined) throw new Error('The server did not start.');
      return new Client(served);
    };

    beforeAll(async () => {
      served = await start();
      const response = await client().import(await exampleForm());
      if (response.status !== 201) throw new Error(`The example was not taken in: ${await response.text()}`);
    });
    afterAll(() => served?.close());

    describe('API', () => apiTests(client));
    describe('imports', () => importTests(client));
    describe('feeds', () => feedTests(client));
    describe('text of cards', () => altTests(client));
    describe('brands', () => brandTests(client));
    describe('cards', () => cardTests(client));
    describe('clips', () => clipTests(client));
    describe('recordings', () => recordingTests(client));
    describe('formats', () => formatTests(client, name));
    describe('pages', () => pageTests(client));
    describe('highlights and verifying', () => highlightTests(client));
    describe('packs', () => packTests(client));
    describe('the Studio', () => studioTests(client));
    describe('private shows', () => privacyTests(client));
    describe('corrections', () => revisionTests(client));
    describe('embeds', () => embedTests(client));
    describe('caching', () => cachingTests(client));
    describe('signed addresses', () => signingTests(client));
    describe('edits', () => editTests(client));
    describe('anything sent', () => fuzzTests(client));
  });
}
