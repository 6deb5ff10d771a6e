import { describe, expect, test } from 'vitest';
import { ConfigError, nodeConfig, workerConfig } from '../src/config.ts';

describe('settings', () => {
  test('all have a default on Node', () => {
    expect(nodeConfig({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      dataDir: '.pullquote',
      publicUrl: 'http://localhost:8787',
      maxTranscriptBytes: 25_000_000,
      adminToken: null,
    });
  });

  test('links follow the port where no PUBLIC_URL is set', () => {
    expect(nodeConfig({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  });

  test('an empty variable counts as not set, a slash at the end of PUBLIC_URL as none', () => {
    expect(nodeConfig({ PORT: '', PUBLIC_URL: 'https://quotes.example/' })).toMatchObject({
      port: 8787,
      publicUrl: 'https://quotes.example',
    });
  });

  test.each([
    [{ PORT: 'eighty' }, 'Expected a whole number from 1 to 65535 for PORT but received `eighty`.'],
    [{ PORT: '70000' }, 'Expected a whole number from 1 to 65535 for PORT but received `70000`.'],
    [
      { PUBLIC_URL: 'https://quotes.example/path' },
      'Expected an address like https://quotes.example.org, without a path for PUBLIC_URL but received `https://quotes.example/path`.',
    ],
    [
      { PUBLIC_URL: 'quotes.example' },
      'Expected an address like https://quotes.example.org, without a path for PUBLIC_URL but received `quotes.example`.',
    ],
  ])('%j is refused in a sentence', (environment, message) => {
    expect(() => nodeConfig(environment)).toThrow(new ConfigError(message));
  });

  test('every mistake has a sentence of its own', () => {
    expect(() => nodeConfig({ PORT: 'x', MAX_TRANSCRIPT_BYTES: '0' })).toThrow(
      /MAX_TRANSCRIPT_BYTES.*\n.*PORT|PORT.*\n.*MAX_TRANSCRIPT_BYTES/,
    );
  });

  test('a wrong secret is not repeated', () => {
    expect(() => nodeConfig({ ADMIN_TOKEN: 'hunter2' })).toThrow(/^(?!.*hunter2).*ADMIN_TOKEN/s);
  });

  test('a Worker must be told its address', () => {
    expect(() => workerConfig({})).toThrow(new ConfigError('PUBLIC_URL is not set.'));
  });
});
