import { expect, test } from 'vitest';
import { redact, redactText } from './index.ts';

const SECRET = 'hunter2-hunter2';

test.each([
  'password',
  'newPassword',
  'PGPASSWORD',
  'passphrase',
  'token',
  'access_token',
  'refreshTokens',
  'cookie',
  'Set-Cookie',
  'authorization',
  'Proxy-Authorization',
  'secret',
  'clientSecret',
  'BETTER_AUTH_SECRET',
  'apiKey',
  'x-api-key',
  'secretAccessKey',
  'salt',
  'leafSalt',
  'connectionString',
  'DATABASE_URL',
  'redisUrl',
  'private_key',
  'credentials',
])('hides what is named %s, at any depth and whatever its type', (name) => {
  const details = { [name]: SECRET, in: [{ deeper: { [name]: { value: SECRET } } }], error: new Error('x') };
  Object.assign(details.error, { [name]: SECRET });
  const shown = redact(details);
  expect(JSON.stringify(shown)).not.toContain(SECRET);
  expect(shown[name]).toBe('[redacted]');
});

test.each(['name', 'tokenCount', 'passwordless', 'saltLake', 'cookieBanner', 'key', 'secretary', 'author'])(
  'shows what is named %s',
  (name) => {
    expect(redact({ [name]: 'value' })).toEqual({ [name]: 'value' });
  },
);

test.each([
  ['postgresql://user:p@ss@db/assay?x=1', 'postgresql://[redacted]@db/assay?x=1'],
  ['at https://blob/x?name=a&signature=AbC-_9&b=1', 'at https://blob/x?name=a&signature=[redacted]&b=1'],
  ['X-Amz-Signature=0a1b', 'X-Amz-Signature=[redacted]'],
  ['host=db password=hunter2 user=me', 'host=db password=[redacted] user=me'],
  ["password='two words' x", 'password=[redacted] x'],
  ['{"token":"abc","n":1}', '{"token":[redacted],"n":1}'],
  ['Authorization: Bearer abc.def-123', 'Authorization: Bearer [redacted]'],
  ['write to a@b.example about https://b.example/@me', 'write to a@b.example about https://b.example/@me'],
  ['the token was missing', 'the token was missing'],
])('cleans the text %s', (text, clean) => {
  expect(redactText(text)).toBe(clean);
});

test('cuts cycles, depth, long lists and bytes', () => {
  const loop: Record<string, unknown> = { n: 1 };
  loop.self = loop;
  let deep: object = { end: true };
  for (let level = 0; level < 20; level += 1) deep = { deep };
  const shown = redact({
    loop,
    deep,
    list: Array.from({ length: 150 }, () => 0),
    bytes: new Uint8Array(9),
    fn: () => 1,
  });
  expect(shown).toMatchObject({ loop: { n: 1, self: '[circular]' }, bytes: '[9 bytes]', fn: undefined });
  expect(JSON.stringify(shown.deep)).toContain('[deeper]');
  expect(shown.list).toHaveLength(101);
  expect(JSON.stringify(shown.list)).toContain('[50 more]');
});

test('the same object twice is not a cycle', () => {
  const same = { n: 1 };
  expect(redact({ a: same, b: same })).toEqual({ a: { n: 1 }, b: { n: 1 } });
});
