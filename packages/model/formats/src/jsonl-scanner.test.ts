import type { RejectedRow } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, createJsonlScanner, visitJsonLine } from './index.ts';

function scan(text: string, chunkSize = 5) {
  const rejected: RejectedRow[] = [];
  const scanner = createJsonlScanner({ missing: ['', 'NA'], onReject: (row) => rejected.push(row) });
  const bytes = new TextEncoder().encode(text);
  const blocks = [];
  for (let at = 0; at < bytes.length; at += chunkSize)
    blocks.push(...scanner.push(bytes.subarray(at, at + chunkSize)));
  blocks.push(...scanner.end());
  return {
    canonical: new TextDecoder().decode(concat(blocks.map((block) => block.bytes))),
    rejected,
    scanner,
  };
}

describe('createJsonlScanner', () => {
  it('flattens objects, keeps arrays as JSON and numbers digit by digit', () => {
    const { canonical, scanner } = scan(
      '{"a":{"b":1.10,"c":[1,"x"]},"d":9007199254740993}\n{"d":null,"e":"NA","f":true}\n',
    );
    expect(scanner.columns().map((column) => column.name)).toEqual(['a.b', 'a.c', 'd', 'e', 'f']);
    expect(canonical).toBe('1.10,"[1,""x""]",9007199254740993\n,,,,true\n');
    expect(scanner.columns()[2]?.kinds).toMatchObject({ number: 1, string: 0 });
  });

  it('rejects what is not an object, with line and text', () => {
    const { rejected, canonical, scanner } = scan('{"a":1}\n[1]\n{"a":\n\n{"a":2}');
    expect(rejected.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [2, 'not-an-object', '[1]'],
      [3, 'invalid-json', '{"a":'],
    ]);
    expect(canonical).toBe('1\n2\n');
    expect(scanner.counts).toMatchObject({ rows: 2, rejected: 2, blankLines: 1 });
  });
});

describe('visitJsonLine', () => {
  it('reads every object as JSON.parse does', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string(),
          fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
        ),
        (object) => {
          const seen = new Map<string, unknown>();
          visitJsonLine(JSON.stringify(object), (path, kind, text) => {
            seen.set(path, kind === 'number' ? Number(text) : kind === 'boolean' ? text === 'true' : text);
          });
          const expected = new Map(
            Object.entries(JSON.parse(JSON.stringify(object)) as Record<string, unknown>),
          );
          expect(seen).toEqual(expected);
        },
      ),
    );
  });

  it.each(['{', '{"a"}', '{"a":1,}', '{"a":01}', '{"a":1}x', '{"a":tru}', '{"a":"x}', "{'a':1}", '1'])(
    'refuses %s',
    (text) => {
      expect(() => visitJsonLine(text, () => {})).toThrow(SyntaxError);
    },
  );
});
