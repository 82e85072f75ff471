import { NO_OWN_KEYS, type WorkbenchKeys } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { readWorkbenchKeys, saveWorkbenchKeys } from './workbench-keys.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

const own = (keys: WorkbenchKeys['keys']): WorkbenchKeys => ({ ...NO_OWN_KEYS, keys });

it('keeps the keys that a person chose, for that person alone, and refuses what was not seen', async () => {
  const { deps } = test;
  const { orgId, owner } = await test.organisation();
  const ann = await test.member(orgId, ['member']);
  expect(await readWorkbenchKeys(deps, ann)).toEqual({ revision: 0, document: NO_OWN_KEYS });
  expect(await saveWorkbenchKeys(deps, ann, { revision: 0, document: own({ skip: 'x' }) })).toEqual({
    revision: 1,
  });
  await expect(
    saveWorkbenchKeys(deps, ann, { revision: 0, document: own({ undo: 'b' }) }),
  ).rejects.toMatchObject({ code: 'stale' });
  await saveWorkbenchKeys(deps, ann, { revision: 1, document: own({ skip: 'x', undo: null }) });
  expect(await readWorkbenchKeys(deps, ann)).toEqual({
    revision: 2,
    document: own({ skip: 'x', undo: null }),
  });
  await expect(saveWorkbenchKeys(deps, ann, { revision: 1, document: NO_OWN_KEYS })).rejects.toMatchObject({
    code: 'stale',
  });

  // Nobody else sees or writes them, not even behind the use case.
  expect((await readWorkbenchKeys(deps, owner)).revision).toBe(0);
  expect(await query(deps, owner, (t) => t.settings.get(ann.userId, 'workbench-keys'))).toBeNull();

  // What is no key for a command is refused, whichever program sends it.
  for (const keys of [{ skip: 'F5' }, { skip: 'x', undo: 'x' }, { submitTyping: 'b' }]) {
    await expect(saveWorkbenchKeys(deps, ann, { revision: 2, document: own(keys) })).rejects.toMatchObject({
      code: 'bad-input',
      field: expect.stringMatching(/^document\.keys\./),
    });
  }
});
