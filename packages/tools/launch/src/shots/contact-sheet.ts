import type { Visit } from './visit.ts';

const asText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One page with all pictures, by route and state, and what was found. */
export function contactSheet(visits: readonly Visit[]): string {
  const routes = [...new Set(visits.map((each) => each.route))];
  const section = (route: string) =>
    `<section><h2>${asText(route)}</h2>${visits
      .filter((each) => each.route === route)
      .map(stateOf)
      .join('')}</section>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Pictures of Assay</title><style>
body{font:14px system-ui,sans-serif;margin:2rem;background:#f4f4f5;color:#18181b}
h2{margin:2rem 0 .5rem}h3{margin:1rem 0 .5rem;font-weight:600}
.row{display:flex;gap:1rem;align-items:flex-start;overflow-x:auto}
img{display:block;max-height:420px;border:1px solid #d4d4d8;background:#fff}
li{color:#b91c1c}figcaption{color:#52525b}figure{margin:0}
</style></head><body><h1>Pictures of Assay</h1>${routes.map(section).join('')}</body></html>
`;
}

function stateOf({ state, pictures, problems }: Visit): string {
  const all = [
    ...problems.map((each) => `${each.kind}: ${each.detail}`),
    ...pictures.flatMap(({ width, theme, problems: found }) =>
      found.map((each) => `${width} px, ${theme}: ${each.kind}: ${each.detail}`),
    ),
  ];
  const list = all.length === 0 ? '' : `<ul>${all.map((each) => `<li>${asText(each)}</li>`).join('')}</ul>`;
  const figures = pictures
    .map(
      ({ file, width, theme }) =>
        `<figure><a href="${asText(file)}"><img loading="lazy" src="${asText(file)}" alt=""></a><figcaption>${width} px, ${theme}</figcaption></figure>`,
    )
    .join('');
  return `<h3>${asText(state)}</h3>${list}<div class="row">${figures}</div>`;
}
