import { isIP } from 'node:net';
import { AssayError } from '@assay/contracts';
import { isPublicAddress } from './is-public-address.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** The host of an address as it is looked up: without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
}

/**
 * Reads the address of a webhook: https, on the internet at large unless the installation lists its host; plain http
 * for this machine alone, where that is listed. What a name leads to is looked at when something is sent.
 */
export function requireWebhookUrl(text: string, allowedHosts: ReadonlySet<string>): URL {
  const refuse = (message: string, next: string) =>
    new AssayError('bad-input', message, { field: 'url', next });
  if (!URL.canParse(text)) {
    throw refuse('This is not an address.', 'Give it whole, as in https://hooks.example.com/assay.');
  }
  const url = new URL(text);
  const host = hostOf(url);
  const isListed = allowedHosts.has(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isListed && LOOPBACK.has(host))) {
    throw refuse('A webhook is sent over https.', 'Give an address that begins with https://.');
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw refuse(
      'The address of a webhook has no name, password or part after #.',
      'Verify the signature of what comes instead.',
    );
  }
  const isWithin =
    LOOPBACK.has(host) ||
    /\.(local|internal|localhost)$/.test(host) ||
    (isIP(host) !== 0 && !isPublicAddress(host));
  if (isWithin && !isListed) {
    throw refuse(
      'This address is within the network of this installation.',
      'Give one of the internet, or have who runs the installation list the host in ASSAY_WEBHOOK_HOSTS.',
    );
  }
  return url;
}
