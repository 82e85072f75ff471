import type { LabelSchemaProblem } from '@assay/contracts';

export function schemaError(
  code: string,
  field: string,
  message: string,
  next: string | null = null,
): LabelSchemaProblem {
  return { severity: 'error', code, field, message, next };
}

export function schemaWarning(
  code: string,
  field: string,
  message: string,
  next: string | null = null,
): LabelSchemaProblem {
  return { severity: 'warning', code, field, message, next };
}

type Named = { name: string; parentId?: string | null; deprecated?: boolean };

/** Names that are blank, and names that two of one list have: of what is offered, below one parent, case aside. */
export function namesTwice(
  items: readonly Named[],
  field: string,
  what: string,
  problems: LabelSchemaProblem[],
): void {
  const seen = new Set<string>();
  for (const [at, item] of items.entries()) {
    const name = item.name.trim().toLowerCase();
    if (name === '') {
      problems.push(
        schemaError(
          'blank-name',
          `${field}.${at}.name`,
          `The name of ${/^[aeo]/.test(what) ? 'an' : 'a'} ${what} is missing.`,
          'Fill it in.',
        ),
      );
      continue;
    }
    if (item.deprecated) continue;
    const key = JSON.stringify([item.parentId ?? null, name]);
    if (seen.has(key)) {
      const message = `Two ${what}s are called “${item.name}”: nobody could tell them apart.`;
      problems.push(schemaError('duplicate-name', `${field}.${at}.name`, message, 'Rename one of them.'));
    }
    seen.add(key);
  }
}
