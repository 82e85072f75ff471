import {
  type ScenarioImportance,
  type ScenarioInput,
  type ScenarioKind,
  scenarioImportance,
  scenarioKind,
} from '@assay/contracts';
import { scenarioNameKey } from './change-scenarios.ts';

export type PastedScenario = {
  /** From 1, empty lines counted. */
  line: number;
  scenario: ScenarioInput;
  /** Why the line cannot be added as it stands. */
  problem: 'no-name' | 'name-too-long' | 'why-too-long' | 'name-taken' | null;
};

const MOST_NAME = 120;
const MOST_WHY = 2000;
/** A dash, a star, a bullet or a number before what a line says. */
const MARK = /^\s*(?:[-*•]|\d+[.)])\s+/u;

/**
 * Scenarios of a pasted text, one a line: cells of a table (tabs) or parts between `|`. A part that is the word of a
 * kind or of an importance is that; the first of the others is the name, and what follows says why it matters.
 *
 * @param taken names that the list has already
 */
export function readPastedScenarios(text: string, taken: readonly string[] = []): PastedScenario[] {
  const known = new Set(taken.map(scenarioNameKey));
  return text.split(/\r\n|\r|\n/u).flatMap((raw, at) => {
    const parts = raw
      .replace(MARK, '')
      .split(/[\t|]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length === 0) return [];
    let kind: ScenarioKind | null = null;
    let importance: ScenarioImportance | null = null;
    const texts: string[] = [];
    for (const part of parts) {
      const word = part.toLowerCase().replace(/\s+/gu, '-');
      const isKind = scenarioKind.safeParse(word);
      const isImportance = scenarioImportance.safeParse(word);
      if (isKind.success && kind === null) kind = isKind.data;
      else if (isImportance.success && importance === null) importance = isImportance.data;
      else texts.push(part);
    }
    const name = (texts[0] ?? '').replace(/\s+/gu, ' ');
    const why = texts.slice(1).join(' ');
    const key = scenarioNameKey(name);
    const problem =
      name === ''
        ? 'no-name'
        : name.length > MOST_NAME
          ? 'name-too-long'
          : why.length > MOST_WHY
            ? 'why-too-long'
            : known.has(key)
              ? 'name-taken'
              : null;
    if (problem === null) known.add(key);
    return [
      {
        line: at + 1,
        scenario: {
          name,
          kind: kind ?? 'scenario',
          why,
          importance: importance ?? 'should',
          where: null,
          minimum: { kind: 'rows' as const, rows: 1 },
        },
        problem,
      },
    ];
  });
}
