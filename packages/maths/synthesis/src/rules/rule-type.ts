import type { Rule, RuleMade, RuleType } from './document.ts';

/** Does the rule make a whole column by row number or meaning? */
export function isMade(rule: Rule | RuleMade): rule is RuleMade {
  return rule.make === 'sequence' || rule.make === 'code' || rule.make === 'uuid' || rule.make === 'faker';
}

/** What values a rule gives. */
export function typeOfRule(rule: Rule | RuleMade): RuleType {
  switch (rule.make) {
    case 'number':
      return rule.decimals === 0 ? 'integer' : 'decimal';
    case 'date':
      return 'datetime';
    case 'formula':
      return rule.as === 'date' ? 'datetime' : rule.as;
    case 'cases':
      return typeOfRule(rule.otherwise);
    case 'sequence':
      return (rule.prefix ?? '') === '' && (rule.digits ?? 0) === 0 ? 'integer' : 'category';
    default:
      return 'category';
  }
}
