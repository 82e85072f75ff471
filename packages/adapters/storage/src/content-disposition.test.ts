import { expect, test } from 'vitest';
import { contentDisposition } from './index.ts';

test.each([
  ['report.csv', `attachment; filename="report.csv"; filename*=UTF-8''report.csv`],
  ['Größe "1".csv', `attachment; filename="Gr__e _1_.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.csv`],
  ['a\r\nSet-Cookie: x', `attachment; filename="a__Set-Cookie: x"; filename*=UTF-8''a__Set-Cookie%3A%20x`],
  ['../up\\a', `attachment; filename=".._up_a"; filename*=UTF-8''.._up_a`],
  ["it's (1)*", `attachment; filename="it's (1)*"; filename*=UTF-8''it%27s%20%281%29%2A`],
])('%s', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

test('a lone surrogate does not break the header', () => {
  expect(contentDisposition('a\ud800b')).toBe(`attachment; filename="a_b"; filename*=UTF-8''a%EF%BF%BDb`);
});
