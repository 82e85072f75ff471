import { expect, test } from 'vitest';
import { codePointsOf, shortened } from './bounded-text.ts';

test('a text is shortened between characters, and what cannot be stored is left out', () => {
  expect(shortened('short', 60)).toBe('short');
  expect(shortened('🦅'.repeat(100), 60)).toBe('🦅'.repeat(60));
  expect(shortened(`a${'🦅'.repeat(100)}`, 60)).toBe(`a${'🦅'.repeat(59)}`);
  expect(shortened('half \ud83e of one, and nothing\0', 60)).toBe('half  of one, and nothing');
  for (let most = 1; most < 20; most += 1) {
    const cut = shortened('a🦅b🦅🦅c'.repeat(9), most);
    expect(codePointsOf(cut)).toBe(most);
    expect(encodeURIComponent(cut)).not.toBe('');
  }
});
