import type { ProfileDocument } from './profile-document.ts';

const MOST_COLUMNS = 200;
const MOST_NOTICES = 20;

/** Names come from files: characters that would move a terminal's cursor are shown as a question mark. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '?');

const cut = (text: string, width: number): string =>
  text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;

const share = (part: number, whole: number): string =>
  whole === 0 || part === 0 ? '' : `${((100 * part) / whole).toFixed(1)}%`;

/** A profile as text for a terminal: a line per column, then personal data and notices. */
export function profileText(document: ProfileDocument): string {
  const { input, rows, rejected, columns, findings, profile, dialect, notices } = document;
  const how = [
    dialect.format,
    dialect.format === 'parquet' ? null : dialect.encoding,
    dialect.delimiter === null ? null : `delimiter ${dialect.delimiter === '\t' ? 'tab' : dialect.delimiter}`,
  ].filter((part) => part !== null);
  const of = new Map(profile.columns.map((column) => [column.name, column]));
  const lines = columns.slice(0, MOST_COLUMNS).map((column) => {
    const known = of.get(column.name);
    return [
      cut(plain(column.name), 28),
      cut(column.type, 10),
      cut(column.role, 16),
      share(known?.missing ?? 0, rows).padStart(7),
      String(known?.distinct ?? '').padStart(9),
      column.masked ? '  personal data' : '',
    ]
      .join(' ')
      .trimEnd();
  });
  return `${[
    `${plain(input.file)}: ${rows} rows, ${columns.length} columns (${how.join(', ')})`,
    ...(rejected.count === 0
      ? []
      : [`${rejected.count} rows could not be read, the first at line ${rejected.first[0]?.line}.`]),
    ...(profile.duplicateRows === 0 ? [] : [`${profile.duplicateRows} rows repeat an earlier row.`]),
    '',
    `${cut('column', 28)} ${cut('type', 10)} ${cut('role', 16)} missing  distinct`,
    ...lines,
    ...(columns.length > MOST_COLUMNS ? [`... and ${columns.length - MOST_COLUMNS} more columns.`] : []),
    ...(findings.length === 0 ? [] : ['', 'Personal data:']),
    ...findings
      .slice(0, MOST_COLUMNS)
      .map((each) => `  ${plain(each.column)}: ${each.kind} (${each.matched} of ${each.scanned} values)`),
    ...(notices.length === 0 ? [] : ['', 'Notices:']),
    ...notices.slice(0, MOST_NOTICES).map((each) => `  ${each.severity}: ${plain(each.message)}`),
    ...(notices.length > MOST_NOTICES ? [`  ... and ${notices.length - MOST_NOTICES} more.`] : []),
  ].join('\n')}\n`;
}
