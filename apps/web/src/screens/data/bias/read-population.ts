export type PopulationRow = { group: string[]; size: number };
export type PopulationProblem =
  | { line: number; kind: 'count' }
  | { line: number; kind: 'size'; text: string };

/** Splits a line at tabs, else semicolons, else commas; a quoted part may hold the separator. */
function parts(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  const found: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      found.push(part.trim());
      part = '';
    } else part += letter;
  }
  return [...found, part.trim()];
}

/**
 * Reads a small table as people paste it: one group per line, its values and then its size. A percent sign after a
 * size is taken as part of the number's writing, since sizes are only compared with each other.
 */
export function readPopulation(
  text: string,
  columns: number,
): { rows: PopulationRow[]; problem: PopulationProblem | null } {
  const rows: PopulationRow[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cells = parts(line);
    if (cells.length !== columns + 1) return { rows, problem: { line: index + 1, kind: 'count' } };
    const written = cells.at(-1) ?? '';
    const size = Number(written.replace(/[%\s']/g, ''));
    if (written === '' || !Number.isFinite(size) || size < 0)
      return { rows, problem: { line: index + 1, kind: 'size', text: written } };
    rows.push({ group: cells.slice(0, -1), size });
  }
  return { rows, problem: null };
}
