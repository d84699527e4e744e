import ipaddr from 'ipaddr.js';
import type { Bilingual } from '../../../shared/bilingual.ts';
import type { Fault } from '../../../shared/fault.ts';
import { hostOf, isAllowedAddress, isLoopback, type WebhookTargets } from './target-address.ts';

const WORDS = {
  'url-unreadable': { zh: '不是有效的网址', en: 'This is not a URL' },
  'url-not-https': { zh: '只接受 https 网址', en: 'Only https is accepted' },
  'url-with-credentials': {
    zh: '网址中不得包含用户名或密码',
    en: 'The URL must not hold a user or password',
  },
  'url-with-fragment': { zh: '网址中不得包含 # 片段', en: 'The URL must not hold a fragment' },
  'url-inner-address': { zh: '不得指向内部网络地址', en: 'The URL must not lead to an inner address' },
} as const satisfies Record<string, Bilingual>;

/** Everything wrong with the address of an endpoint, as far as it shows before its name is looked up. */
export function urlFaults(text: string, targets: WebhookTargets, pointer = '/url'): Fault[] {
  const fault = (code: keyof typeof WORDS): Fault => ({ pointer, code, ...WORDS[code] });
  if (!URL.canParse(text)) return [fault('url-unreadable')];
  const url = new URL(text);
  const onThisMachine = targets === 'public-and-loopback' && isLoopback(url);
  const isPlain = url.protocol === 'http:' && onThisMachine;
  const codes: (keyof typeof WORDS)[] = [
    ...(url.protocol === 'https:' || isPlain ? [] : (['url-not-https'] as const)),
    ...(url.username || url.password ? (['url-with-credentials'] as const) : []),
    ...(url.hash ? (['url-with-fragment'] as const) : []),
    ...(namesInnerHost(url, targets) ? (['url-inner-address'] as const) : []),
  ];
  return codes.map(fault);
}

function namesInnerHost(url: URL, targets: WebhookTargets): boolean {
  const host = hostOf(url);
  if (ipaddr.isValid(host)) return !isAllowedAddress(host, targets);
  return isLoopback(url) && targets === 'public';
}
