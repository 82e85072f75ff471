import { z } from 'zod';
import { id } from './ids.ts';

/** Currencies by their ISO 4217 code, as far as the runtime knows them. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
export const currencyCode = z
  .string()
  .refine((code) => currencies.has(code), 'There is no such currency: give its three letters, as in EUR.');

/** Money in the smallest unit of its currency. */
export const MOST_MONEY = 1_000_000_000;
const money = z.number().int().min(0).max(MOST_MONEY);

/** What the machine's part is charged by. */
export const machineRate = z.discriminatedUnion('by', [
  /** For a thousand rows that were generated. */
  z.object({ by: z.literal('rows'), thousand: money }).strict(),
  /** For an hour of the workers that generated them. */
  z.object({ by: z.literal('hours'), hour: money }).strict(),
]);
export type MachineRate = z.infer<typeof machineRate>;

/** What work costs in a project, `assay.labelling-rates` version 1. Null is not said. */
export const labellingRates = z
  .object({
    type: z.literal('assay.labelling-rates'),
    version: z.literal(1),
    currency: currencyCode,
    /** An hour of answering, of whoever has no rate of their own. */
    annotator: money.nullable(),
    /** An hour of deciding about answers, of whoever has no rate of their own. */
    expert: money.nullable(),
    /** An hour of one person, whatever they do. */
    people: z
      .array(z.object({ personId: id, hour: money }).strict())
      .max(1000)
      .refine(
        (people) => new Set(people.map(({ personId }) => personId)).size === people.length,
        'Each person once.',
      ),
    machine: machineRate.nullable(),
  })
  .strict();
export type LabellingRates = z.infer<typeof labellingRates>;

/** What time went into: answers that stand, answers that were replaced or taken back, control tasks, decisions. */
export const labelWork = z.enum(['answer', 'redone', 'control', 'review']);
export type LabelWork = z.infer<typeof labelWork>;

/** Why there is no cost: nothing was accepted, or work was done at a time at which no rate held for it. */
export const noCostReason = z.enum(['nothing-accepted', 'no-rate', 'no-machine-rate']);
export type NoCostReason = z.infer<typeof noCostReason>;
