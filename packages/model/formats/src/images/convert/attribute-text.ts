import type { ImageAttribute } from '../image-document.ts';

/** What a text means as the value of an attribute of a kind, in formats that know texts only. */
export function valueOfText(
  text: string,
  kind: ImageAttribute['kind'] | undefined,
): string | number | boolean {
  if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (kind === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
