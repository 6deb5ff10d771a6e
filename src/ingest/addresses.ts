/** Which network addresses are the public internet's (IANA's special-purpose registries, RFC 6890 and its updates). */

type Prefix = readonly [address: string, bits: number];

/** Private, loopback, link-local (cloud metadata among them), carrier-grade NAT, documentation, benchmarks, multicast, reserved. */
const NOT_PUBLIC_4: readonly Prefix[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 only global unicast is public, less these: Teredo and others of the registry, documentation, 6to4. */
const GLOBAL_UNICAST: Prefix = ['2000::', 3];
const NOT_PUBLIC_6: readonly Prefix[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Forms of IPv6 that stand for an IPv4 address in their last 32 bits: mapped, and the translators' well-known prefix. */
const CARRIES_4: readonly Prefix[] = [
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
];

/** Names that mean this machine or this network, whatever a resolver says. */
const LOCAL_NAME = /^(?:localhost|[^.]+)$|\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** True for an IPv4 or IPv6 address anyone on the internet can reach; false for all else, also what is no address. */
export function isPublicAddress(address: string): boolean {
  const four = parse4(address);
  if (four !== null) return isPublic4(four);
  const six = parse6(address);
  if (six === null) return false;
  if (CARRIES_4.some((prefix) => within6(six, prefix))) return isPublic4(six & 0xffff_ffffn);
  return within6(six, GLOBAL_UNICAST) && !NOT_PUBLIC_6.some((prefix) => within6(six, prefix));
}

/** True for a host of a URL that may be asked: a public address, or a name that is not a local one. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isPublicAddress(host.slice(1, -1));
  // URL has made dotted decimals of every other way to write an IPv4 address.
  if (parse4(host) !== null) return isPublicAddress(host);
  return host !== '' && !LOCAL_NAME.test(host);
}

function isPublic4(address: bigint): boolean {
  return !NOT_PUBLIC_4.some(([prefix, bits]) => {
    const shift = BigInt(32 - bits);
    return address >> shift === (parse4(prefix) ?? 0n) >> shift;
  });
}

function within6(address: bigint, [prefix, bits]: Prefix): boolean {
  const shift = BigInt(128 - bits);
  return address >> shift === (parse6(prefix) ?? 0n) >> shift;
}

function parse4(text: string): bigint | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((address, part) => (address << 8n) | BigInt(part), 0n);
}

/** RFC 4291, 2.2: eight groups, one run of zeros as `::`, the last two groups perhaps as IPv4; a zone is left off. */
function parse6(text: string): bigint | null {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text.replace(/%.*$/, ''));
  const four = dotted ? parse4(dotted[2] ?? '') : null;
  if (dotted && four === null) return null;
  const plain =
    four === null
      ? text.replace(/%.*$/, '')
      : `${dotted?.[1]}${(four >> 16n).toString(16)}:${(four & 0xffffn).toString(16)}`;
  const [head = '', tail, ...more] = plain.split('::');
  if (more.length > 0) return null;
  const before = groups(head);
  const after = groups(tail ?? '');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return all.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':');
}
