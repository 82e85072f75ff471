import type { Span } from '../kinds.ts';
import { isIpv6, largestOctet } from '../rules/ip-address.ts';
import { isMacAddress } from '../rules/mac-address.ts';
import { isWordUnit } from '../text/char-classes.ts';
import { contextBefore } from '../text/context.ts';

const QUAD = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g;
const VERSION =
  /(?:\bv|version|ver\.?|release|build|firmware|section|§|chapter|clause|article|oid|rev\.?|upgrade[d]? (?:to|from)|node|driver|patch|sdk|runtime)\s*:?\s*(?:is |to |no\.? )?$/;
const ADDRESS =
  /(?:\bip|host|server|address|client|from|gateway|dns|ping|addr|remote|login|subnet)\b[^\n]{0,24}$/;
const WELL_KNOWN = new Set(['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4', '9.9.9.9']);

/** Dotted quads that are addresses rather than version or section numbers (whose four parts are all small). */
export function ipv4Spans(text: string): Span[] {
  const spans: Span[] = [];
  QUAD.lastIndex = 0;
  for (let match = QUAD.exec(text); match !== null; match = QUAD.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = start > 0 ? text.charCodeAt(start - 1) : 32;
    const after = end < text.length ? text.charCodeAt(end) : 32;
    const afterDot = after === 46 && end + 1 < text.length && isWordUnit(text.charCodeAt(end + 1));
    const suffix = after === 45 && /[a-z]/i.test(text.charAt(end + 1));
    if (isWordUnit(before) || before === 46 || isWordUnit(after) || afterDot || suffix) continue;
    const largest = largestOctet(match[0]);
    if (largest < 0) continue;
    const context = contextBefore(text, start);
    const version = VERSION.test(context);
    const stated = ADDRESS.test(context) && !/upgrad|version|firmware|release|patch|driver/.test(context);
    if (version && !/\b(?:ip|host|server|address)\b/.test(context)) continue;
    const port = /^(?::\d{2,5}|\/(?:8|1\d|2\d|3[0-2]))(?!\d)/.test(text.slice(end, end + 7));
    const sure = largest >= 32 || port || match[0].startsWith('10.0.0.') || WELL_KNOWN.has(match[0]);
    if (sure || stated) spans.push({ kind: 'ip-address', start, end, confidence: sure ? 0.9 : 0.6 });
  }
  return spans;
}

const HEX_RUN = /[0-9a-f:.-]{6,}/gi;

/** IPv6 and MAC addresses: runs of hexadecimal digits with colons, hyphens or dots, checked whole. */
export function hexSpans(text: string): Span[] {
  const spans: Span[] = [];
  if (!hasHexMarks(text)) return spans;
  HEX_RUN.lastIndex = 0;
  for (let match = HEX_RUN.exec(text); match !== null; match = HEX_RUN.exec(text)) {
    let body = match[0];
    let start = match.index;
    const lead = /^[-.]+|^:(?!:)/.exec(body);
    if (lead !== null) {
      start += lead[0].length;
      body = body.slice(lead[0].length);
    }
    body = body.replace(/[-.]+$|(?<!:):$/, '');
    const end = start + body.length;
    if (body.length > 45) continue;
    const before = start > 0 ? text.charCodeAt(start - 1) : 32;
    const after = end < text.length ? text.charCodeAt(end) : 32;
    if (isWordUnit(before) || isWordUnit(after)) continue;
    if (isMacAddress(body)) spans.push({ kind: 'mac-address', start, end, confidence: 0.9 });
    else if (body.includes(':') && isIpv6(body) && plausibleIpv6(body)) {
      spans.push({ kind: 'ip-address', start, end, confidence: 0.9 });
    }
  }
  return spans;
}

/** Marks as these addresses have them: two colons together or seven in all, or two marks a group apart. */
function hasHexMarks(text: string): boolean {
  let colons = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 58) {
      if (++colons === 7 || text.charCodeAt(i + 1) === 58 || text.charCodeAt(i + 3) === 58) return true;
    } else if (code === 45) {
      if (text.charCodeAt(i + 3) === 45) return true;
    } else if (code === 46 && text.charCodeAt(i + 5) === 46) return true;
  }
  return false;
}

/** A shortened form must have three groups or begin as assigned addresses do: `a::b` is code, `12::30` is a time. */
function plausibleIpv6(text: string): boolean {
  if (!text.includes('::'))
    return !/^(?:\d\d:){7}\d\d$/.test(text) && !/^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/i.test(text);
  if (text === '::1') return true;
  const groups = text.split(':').filter((group) => group !== '').length;
  return (
    /\d/.test(text) && (groups >= 3 || /^(?:fe80|f[cd][0-9a-f]{2}|2[0-9a-f]{3}|ff0[0-9a-f])/i.test(text))
  );
}
