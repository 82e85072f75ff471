import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, createTranscoder } from './index.ts';

function transcode(bytes: Uint8Array, encoding: Parameters<typeof createTranscoder>[0], chunkSize: number) {
  const transcoder = createTranscoder(encoding);
  const parts = [];
  for (let at = 0; at < bytes.length; at += chunkSize)
    parts.push(transcoder.push(bytes.slice(at, at + chunkSize)));
  parts.push(transcoder.end());
  return {
    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(concat(parts)),
    transcoder,
  };
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('createTranscoder', () => {
  it('reads single bad lines of UTF-8 as windows-1252, counts them and names the first', () => {
    const bytes = concat([
      new TextEncoder().encode('ä,1\r\nok\n'),
      latin1('caf\xe9,2\n'),
      new TextEncoder().encode('漢,3\n'),
      latin1('\x80uro'),
    ]);
    for (const size of [1, 2, 3, 5, 1000]) {
      const { text, transcoder } = transcode(bytes, 'utf-8', size);
      expect(text).toBe('ä,1\r\nok\ncafé,2\n漢,3\n€uro');
      expect(transcoder.affectedLines()).toBe(2);
      expect(transcoder.firstAffectedLine()).toBe(3);
    }
  });

  it('takes off a byte-order mark, also when it comes in pieces', () => {
    for (const size of [1, 2, 100]) {
      expect(transcode(new TextEncoder().encode('\ufeffa,b\n1,2\n'), 'utf-8', size).text).toBe('a,b\n1,2\n');
    }
    expect(transcode(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x0a, 0]), 'utf-16le', 1).text).toBe('a\n');
  });

  it('reads other encodings and counts what has no meaning', () => {
    expect(transcode(Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]), 'shift_jis', 1).text).toBe('日本');
    const bad = transcode(Uint8Array.from([0x61, 0x81, 0x0a]), 'shift_jis', 10);
    expect(bad.transcoder.undecodable()).toBeGreaterThan(0);
  });

  it('gives back any UTF-8 text, whatever the chunks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        const plain = text.replace(/^\ufeff/, '');
        expect(transcode(new TextEncoder().encode(plain), 'utf-8', size).text).toBe(
          new TextDecoder('utf-8').decode(new TextEncoder().encode(plain)),
        );
      }),
    );
  });
});
