import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireLabelSchema } from './label-schema-record.ts';

/** Puts a label schema aside. What was labelled with its versions stays as it is. */
export function trashLabelSchema(deps: Deps, actor: Actor, input: { labelSchemaId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const schema = await requireLabelSchema(t, input.labelSchemaId);
    await t.labelSchemas.trash(schema.id, actor.userId, deps.clock.now());
    await record({
      action: 'label-schema.trashed',
      object: { type: 'labelSchema', id: schema.id },
      projectId: schema.projectId,
      details: { name: schema.name },
    });
  });
}

/** Takes a label schema out of the trash. */
export function restoreLabelSchema(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaId: string },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const schema = await t.labelSchemas.getAny(input.labelSchemaId);
    if (schema === null || !(await t.labelSchemas.restore(schema.id))) {
      throw notFound('label schema in the trash');
    }
    await record({
      action: 'label-schema.restored',
      object: { type: 'labelSchema', id: schema.id },
      projectId: schema.projectId,
      details: { name: schema.name },
    });
  });
}
