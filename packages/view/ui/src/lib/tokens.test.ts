import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('../../theme.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    (m) => [m[1] ?? '', [m[2] ?? '', m[3] ?? '']] as const,
  ),
);
const modes = [
  ['light', 0],
  ['dark', 1],
] as const;
const color = (name: string, mode: 0 | 1) => {
  const pair = tokens.get(name);
  if (pair === undefined) throw new Error(`no token --${name}`);
  return pair[mode];
};

const surfaces = [
  'surface-page',
  'surface',
  'surface-sunken',
  'surface-raised',
  'surface-hover',
  'surface-selected',
];
const texts = [
  'fg',
  'fg-secondary',
  'fg-muted',
  'accent-text',
  'bad-text',
  'good-text',
  'warn-text',
  'info-text',
];
const pairs: [string, string][] = [
  ...texts.flatMap((text) => surfaces.map((surface): [string, string] => [text, surface])),
  ...['good', 'warn', 'bad', 'info', 'accent'].flatMap((tone): [string, string][] => [
    [`${tone}-text`, `${tone}-soft`],
    ['fg', `${tone}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-bad', 'bad'],
  ['on-bad', 'bad-hover'],
  ['fg-inverse', 'surface-inverse'],
];
const parts = [
  'line-strong',
  'ring',
  'accent',
  'good',
  'warn',
  'bad',
  'info',
  ...Array.from({ length: 8 }, (_, i) => `chart-${i + 1}`),
];

describe.each(modes)('%s tokens', (_, mode) => {
  test('contrast is known for the extremes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  });
  test.each(pairs)('text %s on %s is at least 4.5 to 1', (text, surface) => {
    expect(contrast(color(text, mode), color(surface, mode))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(parts.flatMap((p) => ['surface', 'surface-page', 'surface-raised'].map((s) => [p, s] as const)))(
    'part %s on %s is at least 3 to 1',
    (name, surface) => {
      expect(contrast(color(name, mode), color(surface, mode))).toBeGreaterThanOrEqual(3);
    },
  );
  test.each(['seq', 'div'])('ramp %s ends stand apart', (ramp) => {
    const last = ramp === 'seq' ? 6 : 5;
    expect(
      contrast(color(`${ramp}-${ramp === 'seq' ? 1 : 3}`, mode), color(`${ramp}-${last}`, mode)),
    ).toBeGreaterThanOrEqual(3);
  });
});
