import { NO_OWN_KEYS, type WorkbenchCommand, type WorkbenchKeys, workbenchCommand } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOwnKeys, chooseKey, commandOf, judgeKey, keysInForce } from './own-keys.ts';
import { commandOfKey, DEFAULT_KEYS } from './workbench-commands.ts';

const own = (keys: WorkbenchKeys['keys']): WorkbenchKeys => ({ ...NO_OWN_KEYS, keys });
const LABELS = new Map([
  ['j', 'junior'],
  ['x', 'senior'],
]);

describe('keys in force', () => {
  it('are those that commands come with, until somebody chooses others', () => {
    expect(keysInForce(NO_OWN_KEYS)).toEqual(DEFAULT_KEYS);
    expect(keysInForce(own({ skip: 'x', pause: 'F8', artefact: null }))).toEqual({
      ...DEFAULT_KEYS,
      skip: 'x',
      pause: 'F8',
      artefact: null,
    });
  });

  it('leave to labels what stands beside them: the command goes back to what it came with', () => {
    expect(keysInForce(own({ skip: 'x' }), LABELS).skip).toBe('s');
    // Somebody else has that by now: better none than two meanings.
    expect(keysInForce(own({ skip: 'x', undo: 's' }), LABELS)).toMatchObject({ skip: null, undo: 's' });
  });

  it('are found by the strokes of a press in their order', () => {
    const keys = keysInForce(own({ skip: 'ы' }));
    expect(commandOf(keys, ['ы', 's'])).toBe('skip');
    expect(commandOf(keysInForce(NO_OWN_KEYS), ['ы', 's'])).toBe('skip');
    expect(commandOf(keysInForce(NO_OWN_KEYS), ['b'])).toBeNull();
  });
});

describe('a key for a command', () => {
  it('is refused where a browser, a reader, a label or a field needs it', () => {
    expect(judgeKey(NO_OWN_KEYS, 'skip', 'Mod+s')).toEqual({ kind: 'reserved', why: 'browser' });
    expect(judgeKey(NO_OWN_KEYS, 'skip', 'CapsLock')).toEqual({ kind: 'reserved', why: 'reader' });
    expect(judgeKey(NO_OWN_KEYS, 'skip', 'j', LABELS)).toEqual({ kind: 'label', label: 'junior' });
    expect(judgeKey(NO_OWN_KEYS, 'submitTyping', 'b')).toEqual({ kind: 'reserved', why: 'typing' });
    expect(judgeKey(NO_OWN_KEYS, 'submitTyping', 'F8')).toBeNull();
    expect(judgeKey(NO_OWN_KEYS, 'skip', 'b', LABELS)).toBeNull();
    expect(judgeKey(NO_OWN_KEYS, 'skip', 's', LABELS)).toBeNull();
  });

  it('of another command is exchanged, where that one can have the key of this one', () => {
    const conflict = judgeKey(NO_OWN_KEYS, 'skip', 'z');
    expect(conflict).toEqual({ kind: 'command', command: 'undo', canExchange: true });
    const exchanged = chooseKey(NO_OWN_KEYS, 'skip', 'z');
    expect(exchanged.keys).toEqual({ skip: 'z', undo: 's' });
    expect(judgeKey(NO_OWN_KEYS, 'skip', 'Mod+Enter')).toEqual({
      kind: 'command',
      command: 'submitTyping',
      canExchange: false,
    });
  });

  it('comes back as it came, and takes back what another command took', () => {
    const chosen = chooseKey(chooseKey(NO_OWN_KEYS, 'skip', 'x'), 'undo', 's');
    expect(chosen.keys).toEqual({ skip: 'x', undo: 's' });
    expect(chooseKey(chosen, 'skip', DEFAULT_KEYS.skip).keys).toEqual({ undo: 'x' });
    expect(chooseKey(chooseKey(NO_OWN_KEYS, 'skip', null), 'skip', 's')).toEqual(NO_OWN_KEYS);
  });
});

it('finds what was not chosen on this page', () => {
  expect(checkOwnKeys(own({ skip: 'x', undo: 'x' }))).toMatchObject({ command: 'skip' });
  expect(checkOwnKeys(own({ skip: 'F5' }))).toMatchObject({ conflict: { why: 'browser' } });
  expect(checkOwnKeys(own({ skip: 'x', undo: null }))).toBeNull();
});

it('no choosing and exchanging gives two commands one key, or one that is refused', () => {
  const commands = fc.constantFrom<WorkbenchCommand>(...workbenchCommand.options);
  const strokes = fc.constantFrom(
    'a',
    's',
    'z',
    'x',
    'Enter',
    'Mod+Enter',
    'F8',
    'Mod+s',
    'j',
    'Right',
    null,
  );
  const acts = fc.array(fc.tuple(commands, strokes), { maxLength: 40 });
  const numRuns = process.env.ASSAY_SOAK === '1' ? 20_000 : 300;
  fc.assert(
    fc.property(acts, (all) => {
      let mine = NO_OWN_KEYS;
      for (const [command, stroke] of all) {
        const conflict = stroke === null ? null : judgeKey(mine, command, stroke, LABELS);
        if (conflict !== null && !(conflict.kind === 'command' && conflict.canExchange)) continue;
        mine = chooseKey(mine, command, stroke);
        expect(keysInForce(mine)[command]).toBe(stroke);
        expect(checkOwnKeys(mine)).toBeNull();
        for (const labels of [undefined, LABELS]) {
          const keys = Object.values(keysInForce(mine, labels)).filter((key) => key !== null);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of keys) expect(labels?.has(key)).not.toBe(true);
        }
      }
    }),
    { numRuns },
  );
});

it('gives letters to commands that no label can have', () => {
  expect(commandOfKey('s')).toBe('skip');
  expect(commandOfKey('j')).toBeNull();
});
