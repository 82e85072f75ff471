import type {
  ColumnProfile,
  ColumnSpec,
  Dialect,
  ImportNotice,
  RejectedRow,
  TableProfile,
} from '@assay/contracts';
import type { ColumnFindingRow } from '@assay/services/find-personal-data';
import { redactText } from '@assay/services/redact-text';

/** What `assay profile` writes: `assay.cli-profile`, version 1. Documented in docs/cli.md. */
export type ProfileDocument = {
  type: 'assay.cli-profile';
  version: 1;
  input: { file: string; bytes: number; sha256: string };
  dialect: Dialect;
  /** How sure the detection of the dialect is, from 0 to 1; 1 where it was given. */
  dialectConfidence: number;
  rows: number;
  rejected: { count: number; first: Pick<RejectedRow, 'line' | 'code'>[] };
  /** `masked`: it may hold personal data, so that none of its values are in this document. */
  columns: (Omit<ColumnSpec, 'index'> & { masked: boolean })[];
  findings: (Omit<ColumnFindingRow, 'columnIndex'> & { column: string })[];
  profile: TableProfile;
  notices: ImportNotice[];
};

export type Profiled = {
  input: ProfileDocument['input'];
  dialect: Dialect;
  confidence: number;
  rejected: { count: number; first: readonly RejectedRow[] };
  columns: readonly ColumnSpec[];
  findings: readonly ColumnFindingRow[];
  profile: TableProfile;
  notices: readonly ImportNotice[];
};

/** The document of a profiled table, without the values of columns in which personal data was found. */
export function profileDocument(table: Profiled): ProfileDocument {
  const nameOf = new Map(table.columns.map((column) => [column.index, column.name]));
  const masked = new Set(table.findings.map((finding) => nameOf.get(finding.columnIndex) ?? ''));
  const { input, dialect, confidence, rejected, profile } = table;
  return {
    type: 'assay.cli-profile',
    version: 1,
    input,
    dialect,
    dialectConfidence: confidence,
    rows: profile.rows,
    rejected: {
      count: rejected.count,
      first: rejected.first.map(({ line, code }) => ({ line, code })),
    },
    columns: table.columns.map(({ index: _place, ...column }) => ({
      ...column,
      allowedValues: masked.has(column.name) ? null : column.allowedValues,
      masked: masked.has(column.name),
    })),
    findings: table.findings.map(({ columnIndex, ...finding }) => ({
      column: nameOf.get(columnIndex) ?? '',
      ...finding,
    })),
    profile: {
      ...profile,
      columns: profile.columns.map((column) => (masked.has(column.name) ? withoutValues(column) : column)),
      notices: withoutQuotes(profile.notices, masked),
    },
    notices: withoutQuotes(table.notices, masked),
  };
}

/** Counts stay; everything that is, or is computed from, single values goes. */
function withoutValues(column: ColumnProfile): ColumnProfile {
  return {
    ...column,
    top: [],
    rare: column.rare === null ? null : { ...column.rare, examples: [] },
    numeric: null,
    datetime: null,
  };
}

/** Notices may quote a cell. Of a masked column they are not repeated, and in others what looks personal is masked. */
function withoutQuotes(notices: readonly ImportNotice[], masked: ReadonlySet<string>): ImportNotice[] {
  return notices.map((notice) => ({
    ...notice,
    message:
      notice.column !== null && masked.has(notice.column)
        ? 'The text is left out, because the column may hold personal data.'
        : redactText(notice.message),
  }));
}
