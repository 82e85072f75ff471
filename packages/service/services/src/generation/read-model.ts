import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readJsonBlob } from '../sources/json-blob.ts';
import { type Engine, engineFor } from './engines.ts';
import { type FittedModelDocument, fittedModelDocument } from './model-document.ts';

/** Opens a fitted model with the engine that made it. */
export async function readModel(
  deps: Deps,
  actor: Actor,
  modelId: string,
): Promise<{ document: FittedModelDocument; engine: Engine }> {
  const row = await query(deps, actor, (t) => t.models.get(modelId));
  if (row === null || row.blobKey === null) {
    throw new AssayError('not-ready', 'The fitted model was destroyed together with its source.', {
      next: 'Start a new run on a source that is there.',
    });
  }
  const document = fittedModelDocument.parse(await readJsonBlob(deps, row.blobKey));
  const engine = engineFor(document.method);
  if (engine.version !== document.engine) {
    throw new AssayError(
      'not-ready',
      `This model was fitted by ${document.engine}; here is ${engine.version}, which could make other rows.`,
      { next: 'Start a new run of the recipe, so that it is fitted again.' },
    );
  }
  return { document, engine };
}
