import { describe, expect, test } from 'vitest';
import { isPublicAddress, isPublicHost } from '../../src/ingest/addresses.ts';

describe('an address', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::8a',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['this network', '0.0.0.0'],
    ['documentation', '203.0.113.5'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback, long', '0:0:0:0:0:0:0:1'],
    ['unique local', 'fd00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['multicast', 'ff02::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hex', '::ffff:7f00:1'],
    ['translated private', '64:ff9b::a00:1'],
    ['compatible loopback', '::127.0.0.1'],
    ['6to4 of a private one', '2002:a00:1::'],
    ['Teredo', '2001:0:1::1'],
    ['documentation', '2001:db8::1'],
    ['no address', 'example.com'],
    ['no address', '1.2.3'],
    ['no address', '256.1.1.1'],
    ['no address', '1::2::3'],
    ['no address', '1:2:3:4:5:6:7:8:9'],
    ['no address', '::ffff:1.2.3'],
    ['no address', ''],
  ])('that is %s, %s, is not public', (_, address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a host of a URL', () => {
  test.each(['https://example.com', 'https://example.com.', 'http://8.8.8.8', 'http://[2606:4700::1111]'])(
    'of %s may be asked',
    (url) => expect(isPublicHost(new URL(url).hostname)).toBe(true),
  );

  test.each([
    'http://localhost',
    'http://localhost.',
    'http://LOCALHOST',
    'http://a.localhost',
    'http://printer.local',
    'http://metadata.google.internal',
    'http://metadata',
    'http://127.0.0.1',
    'http://127.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://0x7f.1',
    'http://0',
    'http://①②⑦.0.0.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:a9fe:a9fe]',
    'http://[fe80::1]',
    'http://169.254.169.254',
  ])('of %s may not', (url) => expect(isPublicHost(new URL(url).hostname)).toBe(false));
});
