'use client';

import { type Scenario, type ScenarioState, scenarioImportance, scenarioKind } from '@assay/contracts';
import { useSearchText, useUrlParams } from '~/shell/use-url-params.ts';

/** Search and filters of the list, and the version that is looked at, all in the address. */
export function useScenarioFilter() {
  const { params, replace } = useUrlParams();
  const { text, settled, setText } = useSearchText();
  const kind = scenarioKind.safeParse(params.get('kind')).data ?? null;
  const importance = scenarioImportance.safeParse(params.get('importance')).data ?? null;
  const expressed =
    params.get('expressed') === 'yes' ? true : params.get('expressed') === 'no' ? false : null;
  const asked = params.get('state');
  const state = asked === 'covered' || asked === 'open' ? asked : null;
  const retired = params.get('show') === 'retired';
  const version = Number(params.get('version') ?? '');
  const words = settled.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  /** @param found how far the rows cover it; undefined where that is not known */
  const matches = (each: Scenario, found: ScenarioState | undefined): boolean =>
    each.retired === retired &&
    (state === null || found === undefined || (found === 'covered') === (state === 'covered')) &&
    (state !== 'open' || found !== 'not-expressed') &&
    (kind === null || each.kind === kind) &&
    (importance === null || each.importance === importance) &&
    (expressed === null || (each.where !== null) === expressed) &&
    words.every((word) => `${each.name} ${each.why}`.toLocaleLowerCase().includes(word));
  return {
    text,
    setText,
    kind,
    importance,
    expressed,
    state,
    retired,
    /** A version of the list; null is the newest. */
    version: Number.isInteger(version) && version > 0 ? version : null,
    filtered:
      words.length > 0 || kind !== null || importance !== null || expressed !== null || state !== null,
    matches,
    replace,
    clear: () => {
      setText('');
      replace({ search: null, kind: null, importance: null, expressed: null, state: null });
    },
  };
}

export type ScenarioFilter = ReturnType<typeof useScenarioFilter>;
