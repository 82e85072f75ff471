import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './index.ts';

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('gives the vector of RFC 4648 section 10 for "%s"', (text, encoded) => {
    expect(encodeBase64(new TextEncoder().encode(text))).toBe(encoded);
    expect(decodeBase64(encoded)).toEqual(new TextEncoder().encode(text));
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (data) => {
        expect(decodeBase64(encodeBase64(data))).toEqual(data);
      }),
    );
  });

  it.each(['Z', 'Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zm9v\n', 'Zm-v', '====', 'Z===', 'Zg==Zg==', 'Zm9é'])(
    'refuses %j, so that bytes have one text only',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});
