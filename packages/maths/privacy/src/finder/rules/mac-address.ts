/**
 * MAC address (EUI-48): six pairs of hexadecimal digits joined by one kind of separator (colon or hyphen), or three
 * groups of four joined by dots. A hyphenated form without any letter is not accepted: it may be any part number.
 */
export function isMacAddress(text: string): boolean {
  if (text.length === 17) {
    const separator = text.charAt(2);
    if (separator !== ':' && separator !== '-') return false;
    if (!/^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text)) return false;
    for (let i = 2; i < 17; i += 3) if (text.charAt(i) !== separator) return false;
    return separator === ':' || /[a-f]/i.test(text);
  }
  return text.length === 14 && /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i.test(text) && /[a-f]/i.test(text);
}
