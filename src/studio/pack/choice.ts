/** What a pack is made of besides its cards, as the address of the view says it. */
import type { PlatformName } from '../../card/platforms.ts';
import { TEMPLATES } from '../make/templates.ts';

export interface PackChoice {
  sizes: readonly string[];
  platforms: readonly string[];
  /** One look for all cards; `null`: each as it was made. */
  template: string | null;
}

/** Platforms as people know them. */
export const PLATFORMS: Readonly<Record<PlatformName, string>> = {
  instagram: 'Instagram',
  tiktok: 'TikTok',
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  whatsapp: 'WhatsApp',
  slack: 'Slack',
  discord: 'Discord',
};

const SIZES = 'og,square,story';

export function choiceOf(query: URLSearchParams): PackChoice {
  const list = (name: string, other: string): string[] =>
    (query.get(name) ?? other).split(',').filter((part) => part !== '');
  const template = query.get('template');
  return {
    sizes: list('sizes', SIZES),
    platforms: list('for', '').filter((name) => name in PLATFORMS),
    template: template !== null && template in TEMPLATES ? template : null,
  };
}

/** The address that says so. */
export function pathOfChoice({ sizes, platforms, template }: PackChoice): string {
  const query = [
    sizes.join() === SIZES ? '' : `sizes=${sizes.join()}`,
    platforms.length === 0 ? '' : `for=${platforms.join()}`,
    template === null ? '' : `template=${template}`,
  ].filter((part) => part !== '');
  return query.length === 0 ? '/studio/pack' : `/studio/pack?${query.join('&')}`;
}
