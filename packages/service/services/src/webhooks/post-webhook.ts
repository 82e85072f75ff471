import { lookup } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { WebhookFault } from '@assay/contracts';
import { isPublicAddress } from './is-public-address.ts';
import { hostOf } from './webhook-address.ts';

const PATIENCE_MS = 10_000;

export type Posted = { answer: number | null; fault: WebhookFault | null; ms: number };

/** Names to addresses; tests give their own. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;

const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true });

class Refused extends Error {
  readonly fault: WebhookFault;
  constructor(fault: WebhookFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Sends a body to an address and tells what it answered. The connection goes to the very address that was looked up
 * and found to be public, so that a name which changes its mind leads nowhere else; a redirection is an answer and is
 * not followed; what the answer says is not read.
 */
export async function postWebhook(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  rules: { allowedHosts: ReadonlySet<string>; resolve?: Resolve; patienceMs?: number; signal?: AbortSignal },
): Promise<Posted> {
  const began = performance.now();
  const taken = () => Math.round(performance.now() - began);
  try {
    const target = await chooseAddress(hostOf(url), rules.allowedHosts, rules.resolve ?? resolveByDns);
    return { answer: await send(url, body, headers, target, rules), fault: null, ms: taken() };
  } catch (error) {
    return { answer: null, fault: faultOf(error), ms: taken() };
  }
}

async function chooseAddress(
  host: string,
  allowedHosts: ReadonlySet<string>,
  resolve: Resolve,
): Promise<{ address: string; family: number }> {
  const family = isIP(host);
  const found =
    family === 0
      ? await resolve(host).catch(() => {
          throw new Refused('unresolved');
        })
      : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) throw new Refused('unresolved');
  // One private address among others is enough: whoever names it can have it chosen.
  if (!allowedHosts.has(host) && found.some(({ address }) => !isPublicAddress(address))) {
    throw new Refused('refused-address');
  }
  return first;
}

function send(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  target: { address: string; family: number },
  rules: { patienceMs?: number; signal?: AbortSignal },
): Promise<number> {
  const pinned: LookupFunction = (_host, options, done) =>
    options.all === true ? done(null, [target]) : done(null, target.address, target.family);
  const patience = AbortSignal.timeout(rules.patienceMs ?? PATIENCE_MS);
  const signal = rules.signal === undefined ? patience : AbortSignal.any([patience, rules.signal]);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: pinned,
        signal,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Assay-Webhooks/1',
        },
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    request.on('error', (error) => reject(patience.aborted ? new Refused('timeout') : error));
    request.end(body);
  });
}

function faultOf(error: unknown): WebhookFault {
  if (error instanceof Refused) return error.fault;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/.test(code)
    ? 'tls'
    : 'unreachable';
}
