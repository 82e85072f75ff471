import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Problem } from '../judge/page-facts.ts';

/**
 * What axe finds: its usual rules and the size of targets, which it leaves off by itself; with `colours` only the
 * rule that a theme can break.
 */
export async function checkAxe(page: Page, only?: 'colours'): Promise<Problem[]> {
  const { violations } = await new AxeBuilder({ page })
    // Without frames nothing needs the second page that axe would open for each look.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(only === 'colours'
        ? { runOnly: ['color-contrast', 'link-in-text-block'] }
        : { rules: { 'target-size': { enabled: true } } }),
    })
    .analyze();
  return violations.map(({ id, help, nodes }) => ({
    kind: 'axe',
    detail: `${id}: ${help}; ${nodes.length} times, such as ${nodes[0]?.html.slice(0, 160) ?? ''}`,
  }));
}
