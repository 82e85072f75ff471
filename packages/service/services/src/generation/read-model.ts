import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readJsonBlob } from '../sources/json-blob.ts';
import { engineOfDocument } from './engine-of-document.ts';
import type { Engine } from './engines.ts';
import { FITTED_MODEL_VERSION, type FittedModelDocument, fittedModelDocument } from './model-document.ts';

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
  const stored = await readJsonBlob(deps, row.blobKey);
  const { version } = z.object({ version: z.number() }).parse(stored);
  if (version !== FITTED_MODEL_VERSION) {
    throw new AssayError('not-ready', 'This model was stored by an earlier version and cannot be sampled.', {
      next: 'Start a new run of the recipe, so that it is fitted again.',
    });
  }
  const document = fittedModelDocument.parse(stored);
  const engine = engineOfDocument(document);
  if (engine.version !== document.engine) {
    throw new AssayError(
      'not-ready',
      `This model was fitted by ${document.engine}; here is ${engine.version}, which could make other rows.`,
      { next: 'Start a new run of the recipe, so that it is fitted again.' },
    );
  }
  return { document, engine };
}
