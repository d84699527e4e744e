import ipaddr from 'ipaddr.js';
import * as z from 'zod';

/**
 * Where messages may go to, a parameter of the deployment: public addresses by https alone, or this machine too, on which the bank
 * simulator listens.
 */
export const WebhookTargets = z.enum(['public', 'public-and-loopback']);
export type WebhookTargets = z.infer<typeof WebhookTargets>;

/**
 * Whether a message may go to this IP address. Only what the registries of IANA call global unicast is public: no private, loopback,
 * link-local (cloud metadata), shared, reserved or translated address. An IPv4 address inside an IPv6 one is judged as itself.
 */
export function isAllowedAddress(address: string, targets: WebhookTargets): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (range === 'loopback' && targets === 'public-and-loopback');
}

/** The host of a URL without the brackets that IPv6 addresses stand in. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Whether the URL names this machine itself, for which plain http is enough where it is allowed at all. */
export function isLoopback(url: URL): boolean {
  const host = hostOf(url);
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
