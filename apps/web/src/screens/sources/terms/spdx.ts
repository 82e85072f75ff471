/** Licences that tables are commonly published under, by SPDX id. Others can be named by hand. */
export const SPDX_LICENCES: readonly { id: string; name: string }[] = [
  { id: 'CC0-1.0', name: 'Creative Commons Zero 1.0' },
  { id: 'CC-BY-4.0', name: 'Creative Commons Attribution 4.0' },
  { id: 'CC-BY-3.0', name: 'Creative Commons Attribution 3.0' },
  { id: 'CC-BY-SA-4.0', name: 'Creative Commons Attribution ShareAlike 4.0' },
  { id: 'CC-BY-SA-3.0', name: 'Creative Commons Attribution ShareAlike 3.0' },
  { id: 'CC-BY-NC-4.0', name: 'Creative Commons Attribution NonCommercial 4.0' },
  { id: 'CC-BY-NC-SA-4.0', name: 'Creative Commons Attribution NonCommercial ShareAlike 4.0' },
  { id: 'CC-BY-ND-4.0', name: 'Creative Commons Attribution NoDerivatives 4.0' },
  { id: 'CC-BY-NC-ND-4.0', name: 'Creative Commons Attribution NonCommercial NoDerivatives 4.0' },
  { id: 'ODbL-1.0', name: 'Open Data Commons Open Database License 1.0' },
  { id: 'ODC-By-1.0', name: 'Open Data Commons Attribution License 1.0' },
  { id: 'PDDL-1.0', name: 'Open Data Commons Public Domain Dedication and License 1.0' },
  { id: 'CDLA-Permissive-2.0', name: 'Community Data License Agreement Permissive 2.0' },
  { id: 'CDLA-Permissive-1.0', name: 'Community Data License Agreement Permissive 1.0' },
  { id: 'CDLA-Sharing-1.0', name: 'Community Data License Agreement Sharing 1.0' },
  { id: 'C-UDA-1.0', name: 'Computational Use of Data Agreement 1.0' },
  { id: 'O-UDA-1.0', name: 'Open Use of Data Agreement 1.0' },
  { id: 'OGL-UK-3.0', name: 'Open Government Licence 3.0 (United Kingdom)' },
  { id: 'OGL-Canada-2.0', name: 'Open Government Licence 2.0 (Canada)' },
  { id: 'NLOD-2.0', name: 'Norwegian Licence for Open Government Data 2.0' },
  { id: 'etalab-2.0', name: 'Etalab Open License 2.0' },
  { id: 'DL-DE-BY-2.0', name: 'Data licence Germany, attribution, 2.0' },
  { id: 'DL-DE-ZERO-2.0', name: 'Data licence Germany, zero, 2.0' },
  { id: 'MIT', name: 'MIT License' },
  { id: 'Apache-2.0', name: 'Apache License 2.0' },
  { id: 'BSD-3-Clause', name: 'BSD 3-Clause License' },
  { id: 'GPL-3.0-only', name: 'GNU General Public License 3.0' },
  { id: 'Unlicense', name: 'The Unlicense' },
];

/** The page of the list on which the text of a licence stands. */
export function spdxUrl(id: string): string {
  return `https://spdx.org/licenses/${encodeURIComponent(id)}.html`;
}
