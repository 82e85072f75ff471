import { isShot, REQUIRED_STATES, type RoutePlan } from './route-plan.ts';

/** What is wrong between the routes that the application has and the plans that there are; empty when they agree. */
export function checkPlans(routes: readonly string[], plans: readonly RoutePlan[]): string[] {
  const known = new Set(routes);
  const planned = new Set<string>();
  const problems: string[] = [];
  for (const plan of plans) {
    if (planned.has(plan.route)) problems.push(`${plan.route} has two plans.`);
    planned.add(plan.route);
    if (!known.has(plan.route)) {
      problems.push(`${plan.route} has a plan, but there is no such page: remove it from shots/plans.`);
    }
    for (const name of REQUIRED_STATES) {
      const state = plan[name];
      if (!isShot(state) && state.without.trim().length < 10) {
        problems.push(`${plan.route} is not shown ${name}, without a reason.`);
      }
    }
    const empty = plan.empty;
    if (isShot(empty) && (empty.shows ?? '') === '') {
      problems.push(`${plan.route}: the empty state names no words by which to know it.`);
    }
  }
  for (const route of routes) {
    if (!planned.has(route)) {
      problems.push(`${route} has no plan: add its states to packages/tools/launch/src/shots/plans.`);
    }
  }
  return problems;
}
