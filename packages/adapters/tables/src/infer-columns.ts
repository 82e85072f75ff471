import type { ColumnFacts, ColumnSpec, ImportNotice } from '@assay/contracts';
import { inferColumnType, suggestDictionary, suggestRole } from '@assay/domain';
import type { JsonlColumn } from '@assay/formats';

/** Notices shown per file: a table of thousands of columns must not bury the important ones. */
const MOST_NOTICES = 500;

/**
 * JSON says itself whether a value is a text: a column of strings alone is not read as numbers, which the facts
 * state as a stored text type. Dates in strings are still found.
 */
export function withJsonKinds(
  facts: readonly ColumnFacts[],
  kinds: readonly JsonlColumn[] | null,
): ColumnFacts[] {
  if (kinds === null) return [...facts];
  return facts.map((fact) => {
    const kind = kinds[fact.index]?.kinds;
    const onlyText = kind !== undefined && kind.string + kind.json > 0 && kind.number + kind.boolean === 0;
    return onlyText ? { ...fact, stored: 'VARCHAR' as const } : fact;
  });
}

/** Column specifications for a person to correct, from facts over all rows. */
export function inferColumns(facts: readonly ColumnFacts[]): {
  columns: ColumnSpec[];
  notices: ImportNotice[];
} {
  const notices: ImportNotice[] = [];
  const columns = facts.map((fact): ColumnSpec => {
    const inferred = inferColumnType(fact);
    notices.push(...inferred.notices);
    const { type, physical, parse } = inferred;
    const role = suggestRole(fact.name, {
      type,
      index: fact.index,
      columns: facts.length,
      rows: fact.rows,
      missing: fact.missing,
      distinct: fact.distinct,
    });
    const entry = suggestDictionary(fact.name, {
      frequent: fact.frequent,
      numeric: type === 'integer' || type === 'decimal',
      numericMin: fact.numericMin,
      numericMax: fact.numericMax,
    });
    return {
      index: fact.index,
      name: fact.name,
      sourceName: fact.sourceName,
      type,
      physical,
      role,
      parse,
      label: entry.label,
      unit: entry.unit,
      meaning: entry.meaning,
      allowedValues: null,
    };
  });
  return { columns, notices: limited(notices) };
}

function limited(notices: ImportNotice[]): ImportNotice[] {
  if (notices.length <= MOST_NOTICES) return notices;
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const sorted = [...notices].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST_NOTICES - 1);
  const left = notices.length - sorted.length;
  return [
    ...sorted,
    {
      severity: 'info',
      code: 'more-notices',
      message: `${left} more notices about columns are not listed; each column's page has its own.`,
      column: null,
      line: null,
      count: left,
    },
  ];
}
