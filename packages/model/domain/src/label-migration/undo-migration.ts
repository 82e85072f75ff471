import type { LabelAttribute, LabelSchema, MigrationProblem } from '@assay/contracts';
import { labelIds } from '../label/schema-ids.ts';

type Item = { id: string; name: string; deprecated: boolean; attributes?: LabelAttribute[] };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The label schema without what a migration changed. What the migration made stays, deprecated, since answers may hold
 * it; whatever else was saved since stays as it is. What was changed again since is a problem: it cannot be both.
 *
 * @param before the version that was migrated
 * @param after the version that the migration made
 * @param newest the newest version
 */
export function undoMigration(
  before: LabelSchema,
  after: LabelSchema,
  newest: LabelSchema,
): { schema: LabelSchema; problems: MigrationProblem[] } {
  const schema = structuredClone(newest);
  const problems: MigrationProblem[] = [];
  const changedSince = (name: string) => {
    const message = `“${name}” was changed again since: its state before the migration would undo that, too.`;
    const next = 'Migrate it to what it should be now.';
    problems.push({ operation: null, code: 'changed-since', message, next });
  };
  for (const question of schema.questions) {
    const was = before.questions.find(({ id }) => id === question.id);
    const became = after.questions.find(({ id }) => id === question.id);
    if (was === undefined || became === undefined) continue;
    if (was.name !== became.name) {
      if (question.name !== became.name) changedSince(question.name);
      else question.name = was.name;
    }
    for (const [items, old, made] of listsOf(question, was, became)) {
      undoItems(items, old, made, changedSince);
    }
  }
  return { schema, problems };
}

/** The lists of a question whose items have ids: now, before and after. */
function listsOf(...questions: readonly object[]): [Item[], Item[], Item[]][] {
  return ['labels', 'reasons', 'relations'].flatMap((list) => {
    const [now, was, became] = questions.map((question) => (question as Record<string, Item[]>)[list]);
    return now === undefined || was === undefined || became === undefined ? [] : [[now, was, became]];
  }) as [Item[], Item[], Item[]][];
}

function undoItems(
  items: Item[],
  was: readonly Item[],
  became: readonly Item[],
  changedSince: (name: string) => void,
): void {
  for (const made of became) {
    const at = items.findIndex(({ id }) => id === made.id);
    const now = items[at];
    const old = was.find(({ id }) => id === made.id);
    if (old !== undefined && same(old, made)) continue;
    if (now === undefined) {
      changedSince(made.name);
    } else if (old === undefined) {
      now.deprecated = true;
    } else if (same(now, made)) {
      items[at] = withOptionsOf(structuredClone(old), made);
    } else changedSince(now.name);
  }
}

/** Options that were added to an attribute stay, deprecated. */
function withOptionsOf(old: Item, made: Item): Item {
  for (const attribute of old.attributes ?? []) {
    const other = made.attributes?.find(({ id }) => id === attribute.id);
    if (attribute.kind !== 'single' || other?.kind !== 'single') continue;
    const known = new Set(attribute.options.map(({ id }) => id));
    for (const option of other.options) {
      if (!known.has(option.id)) attribute.options.push({ ...option, deprecated: true });
    }
  }
  return old;
}

/** What a version asks with that a later one does not have any more: answers to it would have nowhere to go. */
export function goneFromSchema(older: LabelSchema, newest: LabelSchema): string[] {
  const kept = new Set(labelIds(newest).map(({ id }) => id));
  return labelIds(older).flatMap(({ id, name }) => (kept.has(id) ? [] : [name]));
}
