import { type Label, label } from '@assay/contracts';
import { labelTree } from '@assay/domain';
import { expect, test } from 'vitest';
import { addLabelAfter, indentLabel, moveItem, moveLabel, outdentLabel, removeLabel } from './edit-labels.ts';

const idOf = (name: string) => `00000000-0000-4000-8000-${String(name.charCodeAt(0)).padStart(12, '0')}`;

/** `A B(C D) E`: children in brackets. */
function read(text: string): Label[] {
  const labels: Label[] = [];
  const above: (string | null)[] = [null];
  for (const sign of text.replaceAll(' ', '')) {
    if (sign === '(') above.unshift(labels.at(-1)?.id ?? null);
    else if (sign === ')') above.shift();
    else labels.push(label.parse({ id: idOf(sign), name: sign, parentId: above[0] ?? null }));
  }
  return labels;
}

function write(labels: readonly Label[]): string {
  let [text, depth] = ['', 0];
  for (const each of labelTree(labels)) {
    if (each.depth > depth) text += '(';
    text += ')'.repeat(Math.max(0, depth - each.depth)) + each.label.name;
    depth = each.depth;
  }
  return text + ')'.repeat(depth);
}

test.each([
  ['moves down with what is below it', moveLabel, 'AB(CD)E', 'B', 1, 'AEB(CD)'],
  ['moves up with what is below it', moveLabel, 'AB(CD)E', 'B', -1, 'B(CD)AE'],
  ['moves among its siblings only', moveLabel, 'AB(CD)E', 'C', -1, 'AB(CD)E'],
  ['stays at the end', moveLabel, 'AB(CD)E', 'E', 1, 'AB(CD)E'],
] as const)('%s', (_, move, before, name, by, after) => {
  expect(write(move(read(before), idOf(name), by))).toBe(after);
});

test.each([
  ['indents below the one before', indentLabel, 'AB(CD)E', 'E', 'AB(CDE)'],
  ['indents with what is below it', indentLabel, 'AB(CD)E', 'B', 'A(B(CD))E'],
  ['does not indent the first', indentLabel, 'AB(CD)E', 'C', 'AB(CD)E'],
  ['outdents behind its parent', outdentLabel, 'AB(CD)E', 'C', 'AB(D)CE'],
  ['outdents with what is below it', outdentLabel, 'A(B(C)D)', 'B', 'A(D)B(C)'],
  ['does not outdent the top', outdentLabel, 'AB(CD)E', 'B', 'AB(CD)E'],
  ['removes, and keeps what was below', removeLabel, 'AB(CD)E', 'B', 'ACDE'],
] as const)('%s', (_, edit, before, name, after) => {
  expect(write(edit(read(before), idOf(name)))).toBe(after);
});

test('adds a sibling behind everything that is below the one before', () => {
  const added = label.parse({ id: idOf('X'), name: 'X' });
  expect(write(addLabelAfter(read('AB(CD)E'), idOf('B'), added))).toBe('AB(CD)XE');
  expect(write(addLabelAfter(read('AB(CD)E'), idOf('C'), added))).toBe('AB(CXD)E');
  expect(write(addLabelAfter(read('A'), null, added))).toBe('AX');
});

test('what was indented and outdented again stands where its parent ends', () => {
  expect(write(outdentLabel(indentLabel(read('ABC'), idOf('B')), idOf('B')))).toBe('ABC');
});

test('moves within a list, and never out of it', () => {
  expect(moveItem(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moveItem(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moveItem(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
