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
  const patience = AbortSignal.timeout(rules.patienceMs ?? PATIENCE_MS);
  const signal = rules.signal === undefined ? patience : AbortSignal.any([patience, rules.signal]);
  try {
    const answer = await unlessAborted(signal, async () => {
      const target = await chooseAddress(hostOf(url), rules.allowedHosts, rules.resolve ?? resolveByDns);
      return send(url, body, headers, target, signal);
    });
    return { answer, fault: null, ms: taken() };
  } catch (error) {
    return { answer: null, fault: patience.aborted ? 'timeout' : faultOf(error), ms: taken() };
  }
}

/** Ends with the signal, whatever the work does: a name can be looked up, and an answer awaited, for ever. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const ended = new AbortController();
  try {
    return await Promise.race([
      work(),
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
      }),
    ]);
  } finally {
    ended.abort();
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
  signal: AbortSignal,
): Promise<number> {
  const pinned: LookupFunction = (_host, options, done) =>
    options.all === true ? done(null, [target]) : done(null, target.address, target.family);
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
    request.on('error', reject);
    // It wants to speak another protocol: an answer too, and no reason to hold the line.
    request.on('upgrade', (response, socket) => {
      resolve(response.statusCode ?? 0);
      socket.destroy();
    });
    request.on('close', () => reject(new Error('The line was closed before an answer came.')));
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
