import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, drive, region } from '../testing/driver.ts';
import { BUILT_IN } from './commands.ts';
import { assignKey, keymapOf, keysOf, type OwnKeys, removeKey } from './keymap.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };

it('no two commands come with one key', () => {
  const keys = [...BUILT_IN.values()].flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const [name, command] of BUILT_IN) expect(keysOf({}, name)).toEqual(command.keys);
});

describe('a chosen key', () => {
  it('counts besides those that the command has, and is taken from the one that had it', () => {
    const own = assignKey({}, 'delete', 'v');
    expect(keysOf(own, 'delete').sort()).toEqual(['Delete', 'v']);
    expect(keysOf(own, 'use-select')).toEqual([]);
    expect(assignKey(own, 'use-select', 'v')).toEqual({});
  });

  it('is what the editor follows', () => {
    const driver = drive(region('a', box(10, 10, 20, 20)));
    driver.editor.setKeys(assignKey({}, 'delete', 'u'));
    expect(driver.click(20, 20).press('u').regions()).toEqual([]);
    driver.editor.setKeys({ undo: [] });
    expect(driver.press('Mod+z').regions()).toEqual([]);
  });

  it('of a command that this version does not know is kept', () => {
    const stored: OwnKeys = JSON.parse('{"newer command":["F9"],"constructor":["F7"]}');
    const own = assignKey(stored, 'delete', 'u');
    expect(own).toEqual({ ...stored, delete: ['Delete', 'u'] });
    expect(removeKey(own, 'u')).toEqual(stored);
    expect(keymapOf(stored).get('F9')).toBeUndefined();
  });

  it('may be written in several ways, of which the first with a command counts', () => {
    const driver = drive(region('a', box(10, 10, 20, 20)));
    driver.editor.press('и', 'b');
    expect(driver.editor.tool.value).toBe('box');
    driver.editor.setKeys(assignKey({}, 'use-polygon', 'и'));
    driver.editor.press('и', 'b');
    expect(driver.editor.tool.value).toBe('polygon');
  });
});

it('no choosing and taking gives one key to two commands, or loses a key that nobody took', () => {
  const command = fc.constantFrom(...BUILT_IN.keys());
  const key = fc.constantFrom('v', 'b', 'Mod+z', 'Delete', 'u', 'F8');
  const acts = fc.array(fc.tuple(fc.option(command, { nil: undefined }), key), { maxLength: 20 });
  fc.assert(
    fc.property(acts, (all) => {
      let own: OwnKeys = {};
      const expected = new Map(keymapOf({}));
      for (const [to, stroke] of all) {
        own = to === undefined ? removeKey(own, stroke) : assignKey(own, to, stroke);
        if (to === undefined) expected.delete(stroke);
        else expected.set(stroke, to);
        expect(new Map([...keymapOf(own)].sort())).toEqual(new Map([...expected].sort()));
      }
      for (const [stroke, to] of keymapOf({})) own = assignKey(own, to, stroke);
      for (const stroke of ['u', 'F8']) own = removeKey(own, stroke);
      expect(own).toEqual({});
    }),
    RUNS,
  );
});
