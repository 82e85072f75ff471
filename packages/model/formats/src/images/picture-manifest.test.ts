import { expect, test } from 'vitest';
import { manifestKind, readPictureManifest } from '../index.ts';

const read = (text: string, kind: 'csv' | 'jsonl', at = `manifest.${kind}`) =>
  [...readPictureManifest(text, kind, at)].flat();
const codes = (text: string, kind: 'csv' | 'jsonl') =>
  read(text, kind).map(({ line, refusal }) => `${line} ${refusal?.code ?? 'ok'}`);

test('it is told by its name, in any folder', () => {
  expect(['a/manifest.jsonl', 'METADATA.CSV'].map(manifestKind)).toEqual(['jsonl', 'csv']);
  expect(['manifest.json', 'my-manifest.csv', 'manifest.csv.png', 'a/manifest'].map(manifestKind)).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});

test('both forms say the same, named from the folder of the manifest', () => {
  const json = `\uFEFF{"file":"a.png","prompt":"A \\"red\\" car, parked","seed":"18446744073709551615","Generator":"G","model":"M 2","license":"CC0-1.0","origin":"synthetic","labels":["car","red"]}\r\n\n{"image":"./b\\\\c.png","seed":7}`;
  const csv =
    'File_Name,prompt,SEED,generator,model,licence,origin,labels\r\na.png,"A ""red"" car, parked",18446744073709551615,G,M 2,CC0-1.0,Synthetic,car;red\r\nb\\c.png,,7,,,,,\r\n';
  const [one, other] = [read(json, 'jsonl', 'x/y/manifest.jsonl'), read(csv, 'csv', 'x/y/metadata.csv')];
  expect(one.map(({ path, made, origin }) => ({ path, made, origin }))).toEqual(
    other.map(({ path, made, origin }) => ({ path, made, origin })),
  );
  expect(one[0]).toMatchObject({
    line: 1,
    path: 'x/y/a.png',
    origin: 'synthetic',
    made: {
      prompt: 'A "red" car, parked',
      seed: '18446744073709551615',
      licence: 'CC0-1.0',
      labels: ['car', 'red'],
    },
  });
  expect(one[1]).toMatchObject({
    line: 3,
    path: 'x/y/b/c.png',
    origin: null,
    made: { seed: '7', prompt: '' },
  });
});

test('a line that cannot be read has its reason, and the rest goes on', () => {
  const lines = [
    '{"file":"a.png","seed":1.5}',
    '{"file":"a.png","seed":9007199254740993}',
    '{"file":"../../etc/passwd"}',
    '{"file":"C:\\\\a.png"}',
    '{"prompt":"of nothing"}',
    '{"file":"a.png","origin":"imagined"}',
    `{"file":"a.png","prompt":"${'x'.repeat(4001)}"}`,
    `{"file":"a.png","prompt":"${'x'.repeat(70_000)}"}`,
    `${'['.repeat(60_000)}`,
    '["a.png"]',
    '{"file":"a.png","prompt":"\\u0000"}',
    '{"__proto__":{"file":"a.png"}}',
    '{"file":"a\\u0000.png"}',
    '{"file":"a\\ud800.png"}',
    '{"file":"good.png"}',
  ];
  expect(codes(lines.join('\n'), 'jsonl')).toEqual([
    '1 bad-seed',
    '2 bad-seed',
    '3 unsafe-path',
    '4 unsafe-path',
    '5 no-file',
    '6 bad-origin',
    '7 bad-field',
    '8 line-too-long',
    '9 not-json',
    '10 not-json',
    '11 bad-field',
    '12 no-file',
    '13 unsafe-path',
    '14 unsafe-path',
    '15 ok',
  ]);
  expect(codes('file,seed\na.png,1\nb.png,x\nc.png,1,2\n,5\n\nd\0.png,3\n"e.png,4', 'csv')).toEqual([
    '2 ok',
    '3 bad-seed',
    '4 too-many-cells',
    '5 no-file',
    '7 unsafe-path',
    '8 open-quote',
  ]);
});

test('it is read part by part, however long', () => {
  const text = Array.from({ length: 50_000 }, (_, at) => `{"file":"${at}.png","seed":${at}}`).join('\n');
  const parts = [...readPictureManifest(text, 'jsonl', 'manifest.jsonl')];
  expect(parts.length).toBeGreaterThan(3);
  const all = parts.flat();
  expect(all).toHaveLength(50_000);
  expect(all.at(-1)).toMatchObject({ line: 50_000, path: '49999.png', made: { seed: '49999' } });
});
