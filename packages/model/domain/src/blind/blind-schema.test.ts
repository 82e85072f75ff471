import type { Annotation } from '@assay/contracts';
import { expect, it } from 'vitest';
import { labelKeysOf } from '../keys/label-keys.ts';
import { commandOfKey } from '../keys/workbench-commands.ts';
import { checkLabelSchema } from '../label/check-label-schema.ts';
import { BLIND_SCHEMA, markedColumns, saidOrigin } from './blind-schema.ts';

const [origin, tells] = BLIND_SCHEMA.questions;
const answer = (answers: Annotation['answers']): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers,
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
});

it('is a label schema that can be labelled with, by keys that mean nothing else', () => {
  expect(checkLabelSchema(BLIND_SCHEMA, ['age'])).toEqual([]);
  expect([...labelKeysOf(BLIND_SCHEMA).keys()].filter((key) => commandOfKey(key) !== null)).toEqual([]);
});

it('reads what was said, and the columns that were marked', () => {
  if (origin?.kind !== 'single' || tells?.kind !== 'cells') throw new Error('other questions');
  const [real, synthetic] = origin.labels.map(({ id: labelId }) =>
    answer({ [origin.id]: { kind: 'single', label: { labelId, attributes: {} } } }),
  );
  expect(real === undefined ? null : saidOrigin(real)).toBe('real');
  expect(synthetic === undefined ? null : saidOrigin(synthetic)).toBe('synthetic');
  expect(saidOrigin(answer({}))).toBeNull();
  const [first, second] = tells.reasons;
  const flag = (column: string, reasonId = '') => ({ column, reasonId, note: '', span: null });
  const flags = [flag('age', first?.id), flag('age', second?.id), flag('city', first?.id)];
  expect(markedColumns(answer({ [tells.id]: { kind: 'cells', flags } }))).toEqual(['age', 'city']);
  expect(markedColumns(answer({}))).toEqual([]);
});
