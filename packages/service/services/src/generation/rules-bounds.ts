import type { Recipe } from '@assay/contracts';
import { ANY_BOUNDS, type Bounds, checkRules, type RulesDocument } from '@assay/synthesis';

type Rule = RulesDocument['columns'][number]['rule'];

function ruleOf({ method, rules }: Recipe): (name: string) => Rule | undefined {
  const checked = method === 'rules' ? checkRules(rules) : null;
  if (checked === null || !checked.ok) return () => undefined;
  const byName = new Map(checked.document.columns.map(({ name, rule }) => [name, rule]));
  return (name) => byName.get(name);
}

/** Between what the numbers of a column lie, by its rule. */
export function rulesBounds(recipe: Recipe): (name: string) => Bounds {
  const rule = ruleOf(recipe);
  return (name) => boundsOf(rule(name));
}

function boundsOf(rule: Rule | undefined): Bounds {
  if (rule?.make === 'date') return { low: Date.parse(rule.from), high: Date.parse(rule.to) };
  if (rule?.make === 'cases') {
    const parts = [...rule.cases.map((each) => boundsOf(each.rule)), boundsOf(rule.otherwise)];
    return {
      low: Math.min(...parts.map(({ low }) => low)),
      high: Math.max(...parts.map(({ high }) => high)),
    };
  }
  if (rule?.make !== 'number') return ANY_BOUNDS;
  const { distribution, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
  const [low, high] =
    distribution.shape === 'uniform'
      ? [distribution.min, distribution.max]
      : distribution.shape === 'bins'
        ? [distribution.edges[0]!, distribution.edges.at(-1)!]
        : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const bound = (value: number) => Math.max(min, Math.min(max, value));
  return { low: bound(low), high: bound(high) };
}

/** How many different values a rule has where it gives none twice; null where there is no end of them. */
export function rulesCapacity(recipe: Recipe): (name: string) => number | 'not-unique' | null {
  const rule = ruleOf(recipe);
  return (name) => {
    const found = rule(name);
    if (found === undefined || found.make === 'sequence' || found.make === 'uuid') return null;
    return found.make === 'code' ? 10 ** found.digits : 'not-unique';
  };
}
