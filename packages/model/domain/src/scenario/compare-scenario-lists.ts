import type { Scenario, ScenarioList } from '@assay/contracts';

/** What one version of a list says otherwise than the one before it. */
export type ScenarioDifference = {
  id: string;
  name: string;
  change: 'added' | 'changed' | 'retired' | 'restored' | 'moved';
  /** Of a changed one: what was changed. */
  fields: ('name' | 'kind' | 'why' | 'importance' | 'where' | 'minimum')[];
};

const FIELDS = ['name', 'kind', 'why', 'importance', 'where', 'minimum'] as const;

/** What was added, changed, retired, restored or moved between two versions, in the order of the later one. */
export function compareScenarioLists(before: ScenarioList, after: ScenarioList): ScenarioDifference[] {
  const old = new Map(before.scenarios.map((each) => [each.id, each]));
  const differences = after.scenarios.flatMap((now): ScenarioDifference[] => {
    const was = old.get(now.id);
    const { id, name } = now;
    if (was === undefined) return [{ id, name, change: 'added', fields: [] }];
    const fields = FIELDS.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(now[field]));
    return [
      ...(was.retired === now.retired
        ? []
        : [{ id, name, change: now.retired ? ('retired' as const) : ('restored' as const), fields: [] }]),
      ...(fields.length === 0 ? [] : [{ id, name, change: 'changed' as const, fields }]),
    ];
  });
  if (differences.length > 0) return differences;
  return movedOf(before.scenarios, after.scenarios).map(({ id, name }) => ({
    id,
    name,
    change: 'moved',
    fields: [],
  }));
}

/** The one scenario without which both orders are the same, if there is one. */
function movedOf(before: readonly Scenario[], after: readonly Scenario[]): Scenario[] {
  const order = (list: readonly Scenario[], but: string) =>
    list.filter((each) => each.id !== but).map((each) => each.id);
  const changed = after.filter((each, at) => before[at]?.id !== each.id);
  const moved = changed.find(({ id }) => order(before, id).join() === order(after, id).join());
  return moved === undefined ? changed : [moved];
}
