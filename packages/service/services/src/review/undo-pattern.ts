import { AssayError, notFound, patternStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/**
 * Takes a pattern back: its flags go, what it decided waits for an expert again. What became of it elsewhere, a rule in
 * a guideline or a constraint on a recipe, stays: those are versions of their own.
 */
export function undoPattern(
  deps: Deps,
  actor: Actor,
  input: { patternId: string },
): Promise<{ reopened: number }> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const pattern = await t.patterns.lock(input.patternId);
    if (pattern === null) throw notFound('pattern');
    const status = patternStatus.parse(pattern.status);
    if (status === 'UNDONE') {
      throw new AssayError('conflict', `Pattern ${pattern.number} was taken back already.`);
    }
    for (const job of await t.jobs.openFor(pattern.id)) {
      // What the job still does is taken back with the rest: it finds the pattern undone.
      await t.jobs.requestCancel(job.id, deps.clock.now());
    }
    const reopened = await t.patterns.reopen(pattern.id, personId);
    await t.patterns.unflag(pattern.id);
    await t.patterns.change(pattern.id, {
      status: 'UNDONE',
      undoneBy: personId,
      undoneAt: deps.clock.now(),
      constraintState: pattern.constraintState === 'PROPOSED' ? 'NONE' : pattern.constraintState,
    });
    await record({
      action: 'pattern.undone',
      object: { type: 'pattern', id: pattern.id },
      projectId: pattern.projectId,
      details: { reopened },
    });
    return { reopened };
  });
}
