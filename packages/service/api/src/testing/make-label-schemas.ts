import { labelSchema } from '@assay/contracts';
import { createLabelSchema, trashLabelSchema } from '@assay/services';
import type { TestDeps, UserActor } from '@assay/services/testing';

/** Two label schemas that ask nothing yet, and one in the trash. */
export async function makeLabelSchemas({ deps }: TestDeps, owner: UserActor, projectId: string) {
  const document = labelSchema.parse({ type: 'assay.label-schema', version: 1, subject: 'row' });
  const make = (name: string) =>
    createLabelSchema(deps, owner, { projectId, name, description: '', document });
  const [first, other, trashed] = [
    await make('A label schema'),
    await make('Another label schema'),
    await make('A trashed label schema'),
  ];
  await trashLabelSchema(deps, owner, { labelSchemaId: trashed.id });
  return {
    labelSchemaId: first.id,
    labelSchemaVersionId: first.versionId,
    otherLabelSchemaVersionId: other.versionId,
    trashedLabelSchemaId: trashed.id,
  };
}
