import { type LabelSchema, type LabelSchemaProblem, labelSchema } from '@assay/contracts';
import { checkLabelSchema } from '@assay/domain';
import { jsonPlaces, lineAt, lineOfPath } from './json-places.ts';

/** A problem of the JSON text, with the line that it stands on. */
export type LineProblem = LabelSchemaProblem & { line: number };

/** The document that a JSON text stands for, or null, and what is wrong with it line by line. */
export function readSchema(
  text: string,
  previous: LabelSchema | null,
): { document: LabelSchema | null; problems: LineProblem[] } {
  const places = jsonPlaces(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const line = lineAt(text, places.stopsAt ?? text.length);
    // The engine names an offset; the line stands beside the message already.
    const message =
      error instanceof Error ? error.message.replace(/ (?:in JSON )?at position \d+.*$/s, '') : '';
    return { document: null, problems: [{ ...shapeProblem('json', '', message), line }] };
  }
  const parsed = labelSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const field = issue.path.join('.');
      return { ...shapeProblem('shape', field, issue.message), line: lineOfPath(text, places, field) };
    });
    return { document: null, problems };
  }
  const problems = checkLabelSchema(parsed.data, null, previous).map((problem) => ({
    ...problem,
    line: lineOfPath(text, places, problem.field),
  }));
  return { document: parsed.data, problems };
}

function shapeProblem(code: string, field: string, message: string): LabelSchemaProblem {
  return { severity: 'error', code, field, message, next: null };
}

/** A document as the JSON mode shows it. */
export const schemaText = (document: LabelSchema): string => JSON.stringify(document, null, 2);

/** Problems of one field and of what is inside it. */
export function problemsAt(
  problems: readonly LabelSchemaProblem[],
  field: string,
  inside = true,
): LabelSchemaProblem[] {
  return problems.filter((each) => each.field === field || (inside && each.field.startsWith(`${field}.`)));
}
