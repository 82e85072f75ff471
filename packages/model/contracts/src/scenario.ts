import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { id } from './ids.ts';
import { predicate } from './predicate.ts';

/** What is written down: a property that rows have, a situation that they tell of, or one at the edge of what occurs. */
export const scenarioKind = z.enum(['attribute', 'scenario', 'edge-case']);
export type ScenarioKind = z.infer<typeof scenarioKind>;

export const scenarioImportance = z.enum(['must', 'should', 'could']);
export type ScenarioImportance = z.infer<typeof scenarioImportance>;

/** At least so many rows, or at least this share of all rows; an exact share, so that no rounding decides. */
export const scenarioMinimum = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows'), rows: z.number().int().min(1).max(100_000_000) }).strict(),
  z
    .object({
      kind: z.literal('share'),
      numerator: z.number().int().min(1).max(1_000_000),
      denominator: z.number().int().min(1).max(1_000_000),
    })
    .strict()
    .refine((share) => share.numerator <= share.denominator, 'A share is at most the whole.'),
]);
export type ScenarioMinimum = z.infer<typeof scenarioMinimum>;

/** What an expert says of a scenario. Before there are data it has no condition: it is not yet expressed. */
export const scenarioInput = z
  .object({
    name: boundedText(120, 1),
    kind: scenarioKind.default('scenario'),
    why: boundedText(2000).default(''),
    importance: scenarioImportance.default('should'),
    where: predicate.nullable().default(null),
    minimum: scenarioMinimum.default({ kind: 'rows', rows: 1 }),
  })
  .strict();
export type ScenarioInput = z.infer<typeof scenarioInput>;

export const scenario = scenarioInput.extend({
  id,
  /** Grows with each change of this scenario: a change names the one that it saw. */
  revision: z.number().int().min(1),
  /** Retired scenarios are kept and count no more. */
  retired: z.boolean(),
});
export type Scenario = z.infer<typeof scenario>;

/** Scenarios of a project at most, retired ones among them. */
export const MOST_SCENARIOS = 500;

/** What matters in the data of a project, in the order of its experts: `assay.scenario-list` version 1. */
export const scenarioList = z
  .object({
    type: z.literal('assay.scenario-list'),
    version: z.literal(1),
    scenarios: z.array(scenario).max(MOST_SCENARIOS),
  })
  .strict();
export type ScenarioList = z.infer<typeof scenarioList>;
