import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHistory } from '../history/history.ts';
import { box, region } from '../testing/driver.ts';
import { createEditorStore, regionsOf } from './document.ts';
import { createRegionGroups } from './region-groups.ts';
import { createTopOrder } from './top-order.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };

it('groups and the top are what the regions say, whatever is added, changed, removed and undone', () => {
  const write = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    groupId: fc.constantFrom('g', 'h', null),
    order: fc.integer({ min: -2, max: 5 }),
    kind: fc.constantFrom('user', 'remote', 'remove', 'undo', 'redo'),
  });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 30 }), (writes) => {
      const store = createEditorStore();
      const history = createHistory(store);
      const [groups, topOrder] = [createRegionGroups(store), createTopOrder(store)];
      for (const { id, groupId, order, kind } of writes) {
        history.mark('step');
        if (kind === 'undo' || kind === 'redo') history[kind]();
        else if (kind === 'remove') store.remove(id);
        else store.transact(() => store.put(region(id, box(0, 0, 9, 9), { groupId, order })), kind);
        const regions = regionsOf(store);
        for (const each of ['g', 'h']) {
          const members = regions.filter((one) => one.groupId === each).map((one) => one.id);
          expect([...groups.membersOf(each)].sort()).toEqual(members.sort());
        }
        expect(topOrder()).toBe(regions.at(-1)?.order ?? 0);
      }
    }),
    RUNS,
  );
});
