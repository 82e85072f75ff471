import { expect, it } from 'vitest';
import { anchorOf, guidePath, guideTarget } from './guide-address.ts';

const pages = new Set(['manager', 'metrics/README', 'metrics/shape-error', 'generators/tree']);
const target = (href: string, from = 'metrics/shape-error') => guideTarget(from, href, pages);

it('leads to pages as their files lie to one another', () => {
  expect(target('../generators/tree.md#privacy')).toEqual({
    kind: 'page',
    page: 'generators/tree',
    anchor: 'privacy',
  });
  expect(target('README.md')).toEqual({ kind: 'page', page: 'metrics/README', anchor: '' });
  expect(target('#example')).toEqual({ kind: 'page', page: 'metrics/shape-error', anchor: 'example' });
  expect(target('images/readiness.png', 'manager')).toEqual({ kind: 'image', file: 'readiness.png' });
  expect(target('https://example.com/a')).toEqual({ kind: 'away', href: 'https://example.com/a' });
});

it('leads nowhere out of the folder', () => {
  for (const href of [
    '../../package.json',
    '../../CONTRIBUTING.md',
    'none.md',
    'javascript:alert(1)',
    '/etc',
  ])
    expect(target(href)).toEqual({ kind: 'none' });
});

it('names addresses and anchors', () => {
  expect(guidePath('metrics/README')).toBe('/guide');
  expect(guidePath('generators/tree', 'privacy')).toBe('/guide/generators/tree#privacy');
  expect(anchorOf('When it misleads')).toBe('when-it-misleads');
  expect(anchorOf('Sequential trees (`tree`)')).toBe('sequential-trees-tree');
});
