import type { ColumnFacts, ColumnSpec, ColumnType } from '@assay/contracts';
import { readBooleans } from './infer-boolean.ts';
import { readDatetimes } from './infer-datetime.ts';
import { readNumbers } from './infer-number.ts';

const PLAIN: ColumnSpec['parse'] = {
  decimalSeparator: '.',
  thousandsSeparator: null,
  datetimeFormats: [],
  trueValues: [],
  falseValues: [],
};

/**
 * How a column is stored and read when a person says what it is: the physical type, and the reading that fits most
 * of its values. Values that do not fit become missing on import, and their text is kept aside.
 */
export function columnForType(
  type: ColumnType,
  facts: ColumnFacts,
): Pick<ColumnSpec, 'type' | 'physical' | 'parse'> {
  switch (type) {
    case 'integer':
    case 'decimal': {
      const convention = readNumbers(facts)?.convention;
      const parse =
        convention === undefined
          ? PLAIN
          : {
              ...PLAIN,
              decimalSeparator: convention.decimal,
              thousandsSeparator: convention.withThousands > 0 ? convention.thousands : null,
            };
      return { type, physical: type === 'integer' ? 'BIGINT' : 'DOUBLE', parse };
    }
    case 'boolean':
      return { type, physical: 'BOOLEAN', parse: { ...PLAIN, ...readBooleans(facts) } };
    case 'datetime': {
      const reading = readDatetimes(facts);
      return {
        type,
        physical: reading?.physical ?? 'TIMESTAMP',
        parse: { ...PLAIN, datetimeFormats: reading?.formats.slice(0, 4) ?? [] },
      };
    }
    default:
      // A typed file's column keeps its own type as category or identifier; text is text.
      return {
        type,
        physical: type !== 'text' && facts.stored !== null ? facts.stored : 'VARCHAR',
        parse: PLAIN,
      };
  }
}
