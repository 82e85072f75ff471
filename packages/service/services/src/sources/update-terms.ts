import { AssayError, type PrivacyUnit, type SourceTerms } from '@assay/contracts';
import { type Actor, overridableCodes, retentionDue } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { tellOfReleases } from '../releases/tell-of-releases.ts';
import { endRunsOfSource } from '../runs/stop-run.ts';
import { readinessOf } from './readiness.ts';
import { asJson, requireSource, termsOf } from './source-record.ts';

function endOfDay(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T23:59:59.999Z`);
}

/** Runs that read a source whose terms do not permit it any more end with the reason. */
async function endUnpermitted(deps: Deps, context: CommandContext, sourceId: string): Promise<void> {
  const source = await requireSource(context.t, sourceId);
  const { ready, missing } = await readinessOf(context.t, source, deps.clock.now());
  if (ready) return;
  const why = missing
    .filter((item) => item.severity === 'blocker' && !item.overridden)
    .map((item) => item.sentence)
    .join(' ');
  await endRunsOfSource(
    deps,
    context,
    sourceId,
    `The terms of “${source.name}” do not permit synthesis any more: ${why}`,
  );
  await tellOfReleases(deps, context, source);
}

/** States licence, consent, jurisdictions, collection, owner and retention. An override is kept as it was. */
export function updateTerms(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; revision: number; terms: Omit<SourceTerms, 'override'> },
): Promise<void> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const source = await requireSource(t, input.sourceId);
    const before = termsOf(source);
    const { collectedFrom, collectedTo } = input.terms;
    if (collectedFrom !== null && collectedTo !== null && collectedFrom > collectedTo) {
      throw new AssayError('bad-input', 'The collection ends before it begins.', {
        field: 'terms.collectedTo',
      });
    }
    const terms: SourceTerms = { ...input.terms, override: before.override };
    const { on } = retentionDue(terms, source.createdAt, deps.clock.now());
    const held = terms.retention?.legalHold != null;
    const done = await t.sources.update(source.id, input.revision, {
      terms: asJson(terms),
      retentionOn: held ? null : endOfDay(on),
    });
    if (!done) throw stale('source');
    await record({
      action: 'source.terms-updated',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: {
        licence:
          terms.licence === null
            ? null
            : { ...terms.licence.name, permitsSynthesis: terms.licence.permitsSynthesis },
        consent:
          terms.consent === null
            ? null
            : {
                basis: terms.consent.basis,
                scope: terms.consent.scope,
                withdrawnOn: terms.consent.withdrawnOn,
              },
        jurisdictions: terms.jurisdictions,
        rowsToLabellers: terms.rowsToLabellers,
        retention:
          terms.retention === null
            ? null
            : {
                deleteOn: terms.retention.deleteOn,
                keepForDays: terms.retention.keepForDays,
                legalHold: held,
              },
      },
    });
    await endUnpermitted(deps, context, source.id);
  });
}

/** A manager goes on although the terms say no: for the reasons that stand now, and no later one. */
export function overrideTerms(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; revision: number; reason: string },
): Promise<void> {
  const by = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const source = await requireSource(t, input.sourceId);
    const covers = overridableCodes(await readinessOf(t, source, deps.clock.now()));
    if (covers.length === 0) {
      throw new AssayError('conflict', 'There is nothing to override.', {
        next: 'What is still missing has to be done: nobody can override it.',
      });
    }
    const terms: SourceTerms = {
      ...termsOf(source),
      override: { by, reason: input.reason, at: deps.clock.now().toISOString(), covers },
    };
    if (!(await t.sources.update(source.id, input.revision, { terms: asJson(terms) }))) throw stale('source');
    await record({
      action: 'source.terms-overridden',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: { reason: input.reason, covers },
    });
  });
}

/** Takes an override back. */
export function withdrawOverride(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; revision: number },
): Promise<void> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const source = await requireSource(t, input.sourceId);
    const terms: SourceTerms = { ...termsOf(source), override: null };
    if (!(await t.sources.update(source.id, input.revision, { terms: asJson(terms) }))) throw stale('source');
    await record({
      action: 'source.override-withdrawn',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
    });
    await endUnpermitted(deps, context, source.id);
  });
}

/** Says whose data one unit of privacy is: a row, or all rows of an entity. */
export function setPrivacyUnit(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; revision: number; unit: PrivacyUnit },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const source = await requireSource(t, input.sourceId);
    const { unit } = input;
    if (unit.kind === 'entity') {
      const columns =
        source.currentVersionId === null ? [] : await t.sources.columns(source.currentVersionId);
      if (!columns.some((column) => column.name === unit.column)) {
        throw new AssayError('bad-input', `There is no column "${unit.column}" in the current version.`, {
          field: 'unit.column',
        });
      }
    }
    if (!(await t.sources.update(source.id, input.revision, { privacyUnit: unit }))) throw stale('source');
    await record({
      action: 'source.privacy-unit-set',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: { unit },
    });
  });
}

/** Renames or describes a source. */
export function updateSource(
  deps: Deps,
  actor: Actor,
  input: { sourceId: string; revision: number; name: string; description: string },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const source = await requireSource(t, input.sourceId);
    const { name, description } = input;
    if (!(await t.sources.update(source.id, input.revision, { name, description }))) throw stale('source');
    await record({
      action: 'source.updated',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
      details: { name },
    });
  });
}

/** Moves a source to the trash, from where it can be restored; its data is still there. */
export function trashSource(deps: Deps, actor: Actor, input: { sourceId: string }): Promise<void> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const source = await requireSource(t, input.sourceId);
    await t.sources.trash(source.id, actor.userId, deps.clock.now());
    await record({
      action: 'source.trashed',
      object: { type: 'source', id: source.id },
      projectId: source.projectId,
    });
    await endRunsOfSource(
      deps,
      context,
      source.id,
      `The source “${source.name}” was put into the trash while this run read it.`,
    );
  });
}
