import type { ColumnFacts, ColumnSpec, RejectedRow } from '@assay/contracts';
import { createColumnScanner, findInText, mask } from '@assay/privacy';

type Found = {
  columns: readonly ColumnSpec[];
  facts: readonly ColumnFacts[];
  preview: readonly (readonly (string | null)[])[];
  rejected: readonly RejectedRow[];
};

/** A text with every piece of personal data in it replaced by its mask. */
export function redactText(text: string): string {
  const spans = findInText(text);
  let out = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    out += text.slice(at, span.start) + mask(span.kind, text.slice(span.start, span.end));
    at = span.end;
  }
  return out + text.slice(at);
}

/**
 * Masks what may be personal data in everything that staging would show before the whole file was scanned: columns
 * that look like it by name or by the values at hand are masked whole, other texts have what is found in them
 * masked.
 */
export function maskDetection({ columns, facts, preview, rejected }: Found) {
  const kinds = columns.map((column, place) => {
    const scanner = createColumnScanner(column.sourceName || column.name, {
      label: column.label,
      logicalType: column.type,
    });
    scanner.add(preview.map((row) => row[place] ?? null));
    const known = facts[place];
    if (known !== undefined) {
      scanner.add(known.sample);
      scanner.add(known.frequent.map(({ value }) => value));
    }
    return scanner.finish()[0]?.kind ?? null;
  });
  const cell = (place: number, value: string): string => {
    const kind = kinds[place];
    if (kind === null || kind === undefined) return redactText(value);
    return kind === 'free-text-personal-data' ? redactText(value) : mask(kind, value);
  };
  return {
    maskedColumns: kinds.flatMap((kind, place) => (kind === null ? [] : [place])),
    preview: preview.map((row) => row.map((value, place) => (value === null ? null : cell(place, value)))),
    facts: facts.map((each, place) => ({
      ...each,
      frequent: each.frequent.map(({ value, count }) => ({ value: cell(place, value), count })),
      sample: [],
    })),
    rejected: rejected.map((row) => ({ ...row, raw: redactText(row.raw) })),
  };
}
