import { createHash } from 'node:crypto';
import {
  AssayError,
  MOST_SCENARIOS,
  notFound,
  type Scenario,
  type ScenarioInput,
  scenarioList,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import {
  type Actor,
  changeScenarios,
  compareScenarioLists,
  NO_SCENARIOS,
  type ScenarioChange,
  type ScenarioRefusal,
} from '@assay/domain';
import { canonicalJson } from '@assay/ledger';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';

const hashOf = (document: unknown): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');

/** The list as it stands, or as it stood in a version; number 0 where nothing was written down yet. */
export async function scenariosOf(t: Repositories, projectId: string, number: number | null = null) {
  const row = await t.scenarioLists.get(projectId, number);
  if (row === null) {
    if (number !== null && number !== 0) throw notFound('version of the list of scenarios');
    return { number: 0, sha256: hashOf(NO_SCENARIOS), document: NO_SCENARIOS, row: null };
  }
  return { number: row.number, sha256: row.sha256, document: scenarioList.parse(row.document), row };
}

/** @returns what to tell somebody whose change was refused */
function refusal(why: ScenarioRefusal): AssayError {
  switch (why) {
    case 'unknown':
      return notFound('scenario');
    case 'stale':
      return stale('scenario');
    case 'name-taken':
      return new AssayError('conflict', 'Another scenario of this list has that name.', {
        field: 'name',
        kept: 'Nothing was changed.',
        next: 'Give it another name, or change the one that is there.',
      });
    case 'retired':
      return new AssayError('conflict', 'This scenario is retired.', {
        kept: 'Nothing was changed.',
        next: 'Restore it first.',
      });
    case 'too-many':
      return new AssayError('conflict', `A list has at most ${MOST_SCENARIOS} scenarios.`, {
        kept: 'Nothing was added.',
        next: 'Put scenarios that are of one kind together.',
      });
    case 'no-change':
      return new AssayError('bad-input', 'That is what the list says already.', {
        kept: 'Nothing was changed.',
      });
  }
}

/** Changes the list: one more version, with who made it and what it says otherwise, and one event of the log. */
function change(
  deps: Deps,
  actor: Actor,
  projectId: string,
  asked: ScenarioChange,
  action: string,
): Promise<{ number: number; ids: string[] }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const last = await t.scenarioLists.lock(projectId);
    const before = last === null ? NO_SCENARIOS : scenarioList.parse(last.document);
    const changed = changeScenarios(before, asked);
    if (typeof changed === 'string') throw refusal(changed);
    const document = scenarioList.parse(changed);
    const changes = compareScenarioLists(before, document);
    const [id, number] = [deps.ids.next(), (last?.number ?? 0) + 1];
    await t.scenarioLists.add({
      id,
      projectId,
      number,
      document: asJson(document),
      sha256: hashOf(document),
      changes: asJson(changes),
      createdBy,
    });
    const ids = asked.does === 'add' ? asked.scenarios.map((each) => each.id) : [asked.id];
    await record({
      action,
      object: { type: 'scenarioList', id },
      projectId,
      details: { number, sha256: hashOf(document), changes: asJson(changes) as never },
      alsoTouched: ids.map((each) => ({ type: 'scenario', id: each })),
    });
    return { number, ids };
  });
}

/** Writes scenarios down, at the end of the list. */
export function addScenarios(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; scenarios: readonly ScenarioInput[] },
) {
  const scenarios = input.scenarios.map((each) => ({ ...each, id: deps.ids.next() }));
  return change(deps, actor, input.projectId, { does: 'add', scenarios }, 'scenario.added');
}

type One = { projectId: string; scenarioId: string };
type Seen = One & Pick<Scenario, 'revision'>;

export async function updateScenario(
  deps: Deps,
  actor: Actor,
  input: Seen & { scenario: ScenarioInput },
): Promise<void> {
  const { projectId, scenarioId: id, revision, scenario } = input;
  await change(deps, actor, projectId, { does: 'edit', id, revision, scenario }, 'scenario.updated');
}

/** Keeps a scenario and counts it no more; its name is free again. */
export async function retireScenario(deps: Deps, actor: Actor, input: Seen): Promise<void> {
  const { projectId, scenarioId: id, revision } = input;
  await change(deps, actor, projectId, { does: 'retire', id, revision }, 'scenario.retired');
}

export async function restoreScenario(deps: Deps, actor: Actor, input: Seen): Promise<void> {
  const { projectId, scenarioId: id, revision } = input;
  await change(deps, actor, projectId, { does: 'restore', id, revision }, 'scenario.restored');
}

/** Puts a scenario before another one, or at the end. */
export async function moveScenario(
  deps: Deps,
  actor: Actor,
  input: One & { before: string | null },
): Promise<void> {
  const { projectId, scenarioId: id, before } = input;
  await change(deps, actor, projectId, { does: 'move', id, before }, 'scenario.moved');
}
