/**
 * Contingency similarity of each number with each category of `strikes-pair` over the real column's ten bins with open
 * ends: `ContingencySimilarity.compute(..., continuous_column_names=[number])` of SDMetrics 0.32.0.
 */
export const correctedPairs: Readonly<Record<string, number>> = {
  'day,damage': 0.8529806259314456,
  'day,phase': 0.7593144560357675,
  'day,species': 0.8642324888226528,
  'day,time': 0.7769746646795828,
  'day,repaired': 0.8565573770491803,
  'day,source': 0.9002235469448584,
  'speed,damage': 0.6921013412816691,
  'speed,phase': 0.5649031296572282,
  'speed,species': 0.7035767511177349,
  'speed,time': 0.633457526080477,
  'speed,repaired': 0.7075260804769001,
  'speed,source': 0.7175111773472429,
  'kmh,damage': 0.8339791356184799,
  'kmh,phase': 0.7975409836065575,
  'kmh,species': 0.8751862891207154,
  'kmh,time': 0.7811475409836066,
  'kmh,repaired': 0.907973174366617,
  'kmh,source': 0.9125931445603577,
  'cost,damage': 0.950521609538003,
  'cost,phase': 0.9290611028315946,
  'cost,species': 0.9613263785394932,
  'cost,time': 0.8705663189269747,
  'cost,repaired': 0.9573025335320418,
  'cost,source': 0.9722801788375559,
  'hours,damage': 0.7002235469448584,
  'hours,phase': 0.6573770491803279,
  'hours,species': 0.7256333830104322,
  'hours,time': 0.6237704918032787,
  'hours,repaired': 0.7388971684053651,
  'hours,source': 0.7417287630402385,
  'units,damage': 0.4964232488822653,
  'units,phase': 0.48636363636363644,
  'units,species': 0.5,
  'units,time': 0.4454545454545453,
  'units,repaired': 0.5,
  'units,source': 0.5,
};

/**
 * Similarity of triples of `strikes-pair` by the definition, in pandas 2.3.3 and NumPy 1.26.4 (`quantile`,
 * `searchsorted`, `value_counts`): the mean over all 220, and twelve of them.
 */
export const tripleMean = 0.6052265953122883;
export const someTriples: Readonly<Record<string, number>> = {
  'damage,species,source': 0.9349478390461997,
  'phase,speed,repaired': 0.5900149031296573,
  'time,speed,kmh': 0.3219821162444113,
  'time,hours,units': 0.39098360655737696,
  'speed,kmh,units': 0.21915052160953796,
  'damage,kmh,source': 0.8168405365126676,
  'day,hours,repaired': 0.592026825633383,
  'damage,species,cost': 0.9017138599105812,
  'phase,kmh,cost': 0.7198211624441133,
  'speed,kmh,source': 0.4025335320417287,
  'kmh,hours,units': 0.34940387481371094,
  'phase,cost,repaired': 0.8895678092399404,
};
