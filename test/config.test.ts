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
      fetchPrivate: false,
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

  test('a language model is off unless its name is set', () => {
    expect(nodeConfig({}).highlightModel).toBeNull();
    const model = { HIGHLIGHT_MODEL: 'small', HIGHLIGHT_MODEL_URL: 'https://models.example/v1' };
    expect(nodeConfig({ ...model, HIGHLIGHT_MODEL_KEY: 'k' }).highlightModel).toEqual({
      name: 'small',
      url: 'https://models.example/v1',
      key: 'k',
      timeoutMs: 20_000,
    });
  });

  test.each([
    ['ftp://models.example', /address like https/],
    ['https://user:pass@models.example/v1', /address like https(?!.*pass@)/],
    ['https://models.example/v1?key=1', /address like https/],
    ['not an address', /address like https/],
  ])('a model at %s is refused', (url, message) => {
    const model = { HIGHLIGHT_MODEL: 'small', HIGHLIGHT_MODEL_URL: url };
    expect(() => nodeConfig(model)).toThrow(message);
  });

  test('the key of a model is sent in the clear to this machine only', () => {
    const model = { HIGHLIGHT_MODEL: 'small', HIGHLIGHT_MODEL_KEY: 'k' };
    const [far, near] = ['http://models.example/v1', 'http://127.0.0.1:11434/v1'];
    expect(() => nodeConfig({ ...model, HIGHLIGHT_MODEL_URL: far })).toThrow('Expected an https address');
    expect(nodeConfig({ ...model, HIGHLIGHT_MODEL_URL: near }).highlightModel?.key).toBe('k');
  });

  test('a model needs an address, or on Workers the binding', () => {
    const model = { PUBLIC_URL: 'https://quotes.example', HIGHLIGHT_MODEL: 'small' };
    expect(() => nodeConfig(model)).toThrow('HIGHLIGHT_MODEL_URL');
    expect(() => workerConfig(model)).toThrow('binding AI');
    expect(workerConfig({ ...model, AI: {} }).highlightModel?.url).toBeNull();
    expect(() => nodeConfig({ HIGHLIGHT_MODEL_URL: 'https://models.example/v1' })).toThrow(
      'HIGHLIGHT_MODEL ',
    );
  });

  test('a Worker must be told its address', () => {
    expect(() => workerConfig({})).toThrow(new ConfigError('PUBLIC_URL is not set.'));
  });
});
