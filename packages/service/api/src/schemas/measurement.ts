import { id } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue } from './common.ts';

/** What a metric means, of the version of the catalogue that is running. */
const definition = z.object({
  name: z.string(),
  definition: z.string(),
  method: z.string(),
  version: z.number().int(),
  unit: z.enum(['share', 'count', 'ratio', 'difference', 'statistic', 'correlation']),
  better: z.enum(['higher', 'lower', 'none']),
});

/** A stored number. Counts are strings of digits, since they may exceed what a JSON number holds exactly. */
export const measurementView = z.object({
  id,
  metric: z.string(),
  definition: definition.nullable(),
  method: z.string(),
  methodVersion: z.number().int(),
  subject: z.object({ type: z.string(), id }),
  slice: jsonValue,
  sliceKey: z.string(),
  value: z.number().nullable(),
  /** Why there is no value. */
  reason: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  confidence: z.number().nullable(),
  n: z.string(),
  inputs: jsonValue,
  jobId: id.nullable(),
  at: isoDate,
});
