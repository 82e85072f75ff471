import type { Span } from '../kinds.ts';
import { charClass, DIGIT, LETTER, SPACE } from '../text/char-classes.ts';
import { overlapsAny } from '../text/covered.ts';

const SCHEMES = /(?:https?|ftps?|sftp|wss?|ldap|rtsp|ipfs|gopher)$/i;
const MAX_URL = 2048;
const TOPS =
  /\.(?:com|org|net|io|edu|gov|info|biz|dev|app|me|co|ai|de|fr|es|it|nl|be|ch|at|uk|ie|se|no|dk|fi|pl|cz|pt|gr|ro|hu|ru|ua|tr|br|mx|ar|cl|us|ca|au|nz|jp|kr|cn|in|za|ng|ke|tv|xyz|online|site|example|test|eu|int|ly|gl|to|link|page|blog|social|tech|cloud|store|shop|ee|lv|lt|is|si|sk|hr|rs|bg|lu|li|mt|cy|ge|am|kz|uz|mn|th|vn|id|my|ph|sg|hk|tw|il|ae|ir|pk|bd|lk|np|pe|ve|ec|bo|py|uy|cr|fo|al|mk|ba|md|by|cat|eus|gal|frl|wales|scot|pro|name|club|live|space|website|art|design|works|bio|ink)$/i;

function endOf(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < MAX_URL) {
    const code = text.charCodeAt(end);
    if (
      (charClass(code) & SPACE) !== 0 ||
      code === 60 ||
      code === 62 ||
      code === 34 ||
      code === 0x201d ||
      code >= 0x3000
    )
      break;
    end++;
  }
  while (end > from && ".,;:!?)]}'*".includes(text.charAt(end - 1))) end--;
  return end;
}

/** Web addresses: a scheme of the web with `://`, `www.`, or a host with a usual last label followed by a path. */
export function urlSpans(text: string): Span[] {
  const spans: Span[] = [];
  let reached = 0;
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    if (at < reached) continue;
    const scheme = SCHEMES.exec(text.slice(Math.max(0, at - 6), at));
    if (scheme === null) continue;
    const start = at - scheme[0].length;
    const end = endOf(text, at + 3);
    if (
      end - at < 6 ||
      !/[a-z0-9\p{L}]/iu.test(text.charAt(at + 3)) ||
      !/[.:[]|localhost/.test(text.slice(at + 3, end))
    )
      continue;
    spans.push({ kind: 'url', start, end, confidence: 0.97 });
    reached = end;
  }
  const schemed = spans.slice();
  for (let at = text.search(/www\./i); at !== -1; ) {
    const end = endOf(text, at);
    const before = at > 0 ? charClass(text.charCodeAt(at - 1)) & (LETTER | DIGIT) : 0;
    const inside = overlapsAny(schemed, at, at + 1);
    if (!inside && before === 0 && /^www\.[\p{L}\p{N}-]+\.[\p{L}]{2}/iu.test(text.slice(at, at + 200))) {
      spans.push({ kind: 'url', start: at, end, confidence: 0.95 });
    }
    const next = text.slice(end > at ? end : at + 4).search(/www\./i);
    at = next === -1 ? -1 : next + (end > at ? end : at + 4);
  }
  spans.sort((a, b) => a.start - b.start);
  return spans.concat(hostsWithPath(text, spans));
}

/** `host.tld/path` without a scheme; reads back from each slash over at most one host name. */
function hostsWithPath(text: string, taken: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let reached = 0;
  for (let at = text.indexOf('/'); at !== -1; at = text.indexOf('/', at + 1)) {
    if (at < reached || at === 0) continue;
    let start = at;
    while (start > reached && at - start < 254 && /[\w.-]/.test(text.charAt(start - 1))) start--;
    reached = at;
    const host = text.slice(start, at);
    if (host.length < 4 || !TOPS.test(host) || !/^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+$/i.test(host)) continue;
    if (start > 0 && /[/@:\\]/.test(text.charAt(start - 1))) continue;
    const end = endOf(text, at);
    if (end - at < 2 || overlapsAny(taken, start, end)) continue;
    spans.push({ kind: 'url', start, end, confidence: 0.8 });
    reached = end;
  }
  return spans;
}

/** True for a bare host name with a usual last label: a web address only where a column's name says so. */
export function isBareDomain(text: string): boolean {
  return (
    text.length < 254 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/?$/i.test(text) && TOPS.test(text.replace(/\/$/, ''))
  );
}
