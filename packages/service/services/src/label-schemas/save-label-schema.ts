import { type LabelSchema, labelSchema } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';
import {
  MOST_VERSIONS,
  requireLabelSchema,
  requireLabelSchemaVersion,
  requireLastingIds,
} from './label-schema-record.ts';

/**
 * Makes a label schema with its first version. It may still have problems, except such of its ids: they are shown,
 * and nothing is labelled with it.
 */
export function createLabelSchema(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; name: string; description: string; document: LabelSchema },
): Promise<{ id: string; versionId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A label schema');
  const [id, versionId] = [deps.ids.next(), deps.ids.next()];
  requireLastingIds(input.document, []);
  return command(deps, actor, async ({ t, record }) => {
    const { document, projectId, description } = input;
    await t.labelSchemas.create({ id, projectId, name, description, createdBy });
    await t.labelSchemas.addVersion({
      id: versionId,
      labelSchemaId: id,
      document: asJson(document),
      note: '',
      createdBy,
    });
    await record({
      action: 'label-schema.created',
      object: { type: 'labelSchema', id },
      projectId,
      details: { name, questions: document.questions.length },
      alsoTouched: [{ type: 'labelSchemaVersion', id: versionId }],
    });
    return { id, versionId };
  });
}

/** Saves a changed document as the next version; the versions before it stay as they are. */
export function saveLabelSchemaVersion(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaId: string; revision: number; document: LabelSchema; note: string },
): Promise<{ versionId: string; number: number }> {
  const createdBy = requirePerson(actor);
  const versionId = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const parent = await requireLabelSchema(t, input.labelSchemaId);
    if (!(await t.labelSchemas.update(parent.id, input.revision, {}))) throw stale('label schema');
    const before = await t.labelSchemas.documents(parent.id, MOST_VERSIONS);
    requireLastingIds(
      input.document,
      before.map((each) => labelSchema.parse(each.document)),
    );
    const { number } = await t.labelSchemas.addVersion({
      id: versionId,
      labelSchemaId: parent.id,
      document: asJson(input.document),
      note: input.note,
      createdBy,
    });
    await record({
      action: 'label-schema.version-saved',
      object: { type: 'labelSchema', id: parent.id },
      projectId: parent.projectId,
      details: { number, questions: input.document.questions.length, note: input.note },
      alsoTouched: [{ type: 'labelSchemaVersion', id: versionId }],
    });
    return { versionId, number };
  });
}

/** Renames or describes a label schema. */
export function updateLabelSchema(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaId: string; revision: number; name: string; description: string },
): Promise<void> {
  const name = requireName(input.name, 'A label schema');
  return command(deps, actor, async ({ t, record }) => {
    const parent = await requireLabelSchema(t, input.labelSchemaId);
    const change = { name, description: input.description };
    if (!(await t.labelSchemas.update(parent.id, input.revision, change))) throw stale('label schema');
    await record({
      action: 'label-schema.updated',
      object: { type: 'labelSchema', id: parent.id },
      projectId: parent.projectId,
      details: { name },
    });
  });
}

/**
 * A new label schema in the same project that begins as a version of another. Labels keep their ids: they mean the
 * same in both.
 */
export function copyLabelSchema(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaVersionId: string; name: string },
): Promise<{ id: string; versionId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A label schema');
  const [id, versionId] = [deps.ids.next(), deps.ids.next()];
  return command(deps, actor, async ({ t, record }) => {
    const { row, parent, document } = await requireLabelSchemaVersion(t, input.labelSchemaVersionId);
    const { projectId, description } = parent;
    await t.labelSchemas.create({ id, projectId, name, description, createdBy });
    await t.labelSchemas.addVersion({
      id: versionId,
      labelSchemaId: id,
      document: asJson(document),
      note: `Copied from ${parent.name}, version ${row.number}`,
      createdBy,
    });
    await record({
      action: 'label-schema.copied',
      object: { type: 'labelSchema', id },
      projectId,
      details: { name, from: { labelSchema: parent.id, version: row.number } },
      alsoTouched: [
        { type: 'labelSchema', id: parent.id },
        { type: 'labelSchemaVersion', id: versionId },
      ],
    });
    return { id, versionId };
  });
}
