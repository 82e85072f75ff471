import { loadCells } from '../cells/stored-cells.ts';
import { checkConditions } from '../conditions/check-conditions.ts';
import type { Generator } from '../generator.ts';
import { checkRequest } from '../plan/check-request.ts';
import { describeMade } from '../plan/describe-made.ts';
import { fitCopula } from './fit-copula.ts';
import type { CopulaModel, CopulaSettings } from './model.ts';
import { sampleCopula } from './sample-copula.ts';

/** A Gaussian copula over columns of any kind: the well-known baseline. It knows pairs, and only what is monotone. */
export const copulaGenerator: Generator<CopulaSettings, CopulaModel> = {
  name: 'copula',
  defaults: { rare: 10 },
  fit: fitCopula,
  sample: (model, request) => {
    checkRequest(request, request.conditions ? checkConditions(model, request.conditions) : []);
    return sampleCopula(model, request);
  },
  describe: ({ method, version, rows, settings, columns, shrunkBy }) => {
    const modelled = columns.filter((column) => column.make === 'model').map(({ cells }) => loadCells(cells));
    const described = modelled.map(({ name, counts }) => ({
      name,
      how: 'cut-normal' as const,
      detail: null,
      given: modelled.map((other) => other.name).filter((other) => other !== name),
      figures: { cells: counts.length - 1, shrunkBy },
    }));
    return { method, version, rows, settings, columns: [...described, ...describeMade(columns)] };
  },
  check: checkConditions,
};
