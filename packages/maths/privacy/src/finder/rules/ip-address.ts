/**
 * Dotted-quad check: four decimal numbers 0-255 without leading zeros. Returns the largest of the four, or -1.
 * The caller uses it to tell addresses from four-part version numbers, whose parts are all small.
 */
export function largestOctet(text: string): number {
  let largest = 0;
  let value = -1;
  let parts = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 46;
    if (code === 46) {
      if (value < 0) return -1;
      if (value > largest) largest = value;
      parts++;
      value = -1;
    } else if (code >= 48 && code <= 57) {
      if (value === 0) return -1;
      value = (value < 0 ? 0 : value * 10) + code - 48;
      if (value > 255) return -1;
    } else return -1;
  }
  return parts === 4 ? largest : -1;
}

/**
 * IPv6 text form (RFC 4291 section 2.2): eight groups of one to four hexadecimal digits, `::` at most once for
 * zero groups, optionally a dotted quad at the end.
 */
export function isIpv6(text: string): boolean {
  if (text.length < 3 || text.length > 45) return false;
  const double = text.indexOf('::');
  if (double !== -1 && text.indexOf('::', double + 1) !== -1) return false;
  const groups = text.split(':');
  let count = 0;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] ?? '';
    if (group === '') {
      const atEdge = i === 0 || i === groups.length - 1;
      if (double === -1 || (atEdge && !text.startsWith('::') && !text.endsWith('::'))) return false;
      continue;
    }
    if (i === groups.length - 1 && group.includes('.')) {
      if (largestOctet(group) < 0) return false;
      count += 2;
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return false;
      count++;
    }
  }
  return double === -1 ? count === 8 : count <= 7 && count >= 1;
}
