import type { ColumnFacts, ConventionFacts } from '@assay/contracts';

/** How a column's numbers are written, and how sure that is. */
export type NumberReading = {
  readonly convention: ConventionFacts;
  /** Values that become numbers, infinities included. */
  readonly read: number;
  /** Every value could as well be read with the separator's other meaning. */
  readonly separatorAmbiguous: boolean;
};

/** A decimal point with three digits behind it in every value, as thousands would be written elsewhere. */
const THREE_DECIMALS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * The convention that reads most values, in the catalogue's order of preference among equals; null where none
 * reads any.
 */
export function readNumbers(facts: ColumnFacts): NumberReading | null {
  const best = facts.numbers.conventions.reduce<ConventionFacts | null>(
    (leader, convention) => (leader === null || convention.matched > leader.matched ? convention : leader),
    null,
  );
  if (best === null || best.matched === 0) return null;
  return {
    convention: best,
    read: best.matched + facts.numbers.infinity,
    separatorAmbiguous: isAmbiguous(facts, best),
  };
}

function isAmbiguous(facts: ColumnFacts, best: ConventionFacts): boolean {
  const decimalComma = facts.numbers.conventions.find(
    (convention) => convention.decimal === ',' && convention.thousands === null,
  );
  if (best.decimal === '.' && best.thousands === ',' && best.withThousands > 0) {
    return decimalComma?.matched === best.matched;
  }
  if (best.decimal === '.' && best.thousands === null && best.withFraction === best.matched) {
    return facts.sample.length > 0 && facts.sample.every((value) => THREE_DECIMALS.test(value));
  }
  return false;
}
