import { describe, expect, it } from 'vitest';
import { type KeyPress, reservedFor, strokesOf, strokeToKeep, typesText } from './strokes.ts';

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...more,
});
const shift = { shiftKey: true };

describe('a press is written', () => {
  it('as what the key types, with the modifiers that do not show in it', () => {
    expect(strokesOf(press('s', 'KeyS'))).toEqual(['s']);
    expect(strokesOf(press('S', 'KeyS'))).toEqual(['s']);
    expect(strokesOf(press('S', 'KeyS', shift))).toEqual(['Shift+s']);
    expect(strokesOf(press('?', 'Slash', shift))).toEqual(['?']);
    expect(strokesOf(press('Enter', 'Enter', { metaKey: true }))).toEqual(['Mod+Enter']);
    expect(strokesOf(press('ArrowDown', 'ArrowDown'))).toEqual(['Down']);
    expect(strokesOf(press(' ', 'Space'))).toEqual(['Space']);
    expect(strokesOf(press('Shift', 'ShiftLeft', shift))).toEqual([]);
  });

  it('by its place as well where the layout types no Latin letter or digit', () => {
    expect(strokesOf(press('ы', 'KeyS'))).toEqual(['ы', 's']);
    expect(strokesOf(press('Ы', 'KeyS', shift))).toEqual(['Shift+ы', 'Shift+s']);
    expect(strokesOf(press('я', 'KeyZ', { ctrlKey: true }))).toEqual(['Mod+я', 'Mod+z']);
    // A French row of digits, without Shift and with it.
    expect(strokesOf(press('é', 'Digit2'))).toEqual(['é', '2']);
    expect(strokesOf(press('2', 'Digit2', shift))).toEqual(['2']);
    // An American Shift and 2 is no 2.
    expect(strokesOf(press('@', 'Digit2', shift))).toEqual(['@']);
    expect(strokesOf(press('Process', 'KeyS'))).toEqual(['s']);
    expect(strokesOf(press('End', 'Numpad1'))).toEqual(['End']);
  });

  it('never by its place where the layout types another Latin letter there', () => {
    expect(strokesOf(press('q', 'KeyA'))).toEqual(['q']);
    expect(strokesOf(press('y', 'KeyZ'))).toEqual(['y']);
  });

  it('without Control and Alt where both together only type a sign', () => {
    expect(strokesOf(press('@', 'KeyQ', { ctrlKey: true, altKey: true, altGraph: true }))).toEqual([
      '@',
      'q',
    ]);
  });

  it('by its place when it is kept, so that it is found on every layout', () => {
    expect(strokeToKeep(press('ы', 'KeyS'))).toBe('s');
    expect(strokeToKeep(press('q', 'KeyA'))).toBe('q');
    expect(strokeToKeep(press('ö', 'Semicolon'))).toBe('ö');
    expect(strokeToKeep(press('Control', 'ControlLeft', { ctrlKey: true }))).toBeNull();
  });
});

it('says whose a key is already', () => {
  const of = (...strokes: string[]) => strokes.map(reservedFor);
  expect(of('Mod+t', 'Mod+Shift+n', 'Mod+Left', 'Alt+d', 'F5', 'ContextMenu', 'MediaPlayPause', '+')).toEqual(
    Array(8).fill('browser'),
  );
  expect(of('Insert', 'CapsLock', 'Shift+Insert')).toEqual(Array(3).fill('reader'));
  expect(of('Tab', 'Shift+Tab', 'Esc', 'Space')).toEqual(Array(4).fill('focus'));
  expect(of('PageDown', 'Home')).toEqual(['scroll', 'scroll']);
  expect(of('/')).toEqual(['search']);
  expect(of('s', 'Shift+s', 'ö', '2', '?', 'Enter', 'Mod+Enter', 'Mod+Shift+Enter', 'F8', 'Up')).toEqual(
    Array(10).fill(null),
  );
});

it('knows what would type something into a field', () => {
  expect(['s', 'Shift+s', 'Enter', 'Delete', '+'].map(typesText)).toEqual(Array(5).fill(true));
  expect(['Mod+Enter', 'F8', 'Shift+F8'].map(typesText)).toEqual([false, false, false]);
});
