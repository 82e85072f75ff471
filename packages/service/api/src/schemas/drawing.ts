import { drawnRecord, id } from '@assay/contracts';
import { z } from 'zod';

const revision = z.number().int();

/** What one has drawn on an image and not handed in. */
export const drawingView = z.object({ revision, records: z.array(drawnRecord) });

/** What others changed since a tab looked last, and what its change replaced of theirs. */
export const drawingAnswer = z.object({
  revision,
  /** Null is one that is gone. */
  changed: z.array(z.object({ id, record: drawnRecord.nullable() })),
  replaced: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('value'),
        id,
        property: z.string(),
        value: z.json().optional(),
        revision,
      }),
      z.object({ kind: z.literal('removed-before'), id, values: z.record(z.string(), z.json().optional()) }),
      z.object({ kind: z.literal('removed'), id, record: drawnRecord, revision }),
    ]),
  ),
});
