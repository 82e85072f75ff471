import { currencyCode, id, labelWork, noCostReason } from '@assay/contracts';
import { z } from 'zod';

const count = z.number();

/** Money in the smallest unit of its currency; or why it is not known. */
const amount = z.discriminatedUnion('known', [
  z.object({ known: z.literal(true), units: z.number().int() }),
  z.object({ known: z.literal(false), reason: noCostReason }),
]);

/** For each accepted label, in thousandths of the smallest unit of the currency; or why that is undefined. */
const each = z.discriminatedUnion('defined', [
  z.object({ defined: z.literal(true), thousandths: z.number().int() }),
  z.object({ defined: z.literal(false), reason: noCostReason }),
]);

const figures = {
  /** Labels that a version of accepted samples would take. */
  accepted: count,
  /** Time of people, in milliseconds. */
  activeMs: count,
  human: amount,
  machine: amount,
  each: z.object({ human: each, machine: each, all: each }),
};

export const labelCosts = z.object({
  /** Null while no rates are set. */
  currency: currencyCode.nullable(),
  total: z.object(figures),
  /** Decisions whose time was not measured. */
  unmeasured: count,
  work: z.array(z.object({ work: labelWork, activeMs: count, cost: amount })),
  batches: z.array(z.object({ id, number: count, name: z.string(), ...figures })),
  people: z.array(
    z.object({
      userId: id,
      name: z.string().nullable(),
      accepted: count,
      activeMs: count,
      human: amount,
      each,
    }),
  ),
  labels: z.array(
    z.object({
      questionId: z.string(),
      question: z.string().nullable(),
      labelId: z.string(),
      label: z.string().nullable(),
      ...figures,
    }),
  ),
});
