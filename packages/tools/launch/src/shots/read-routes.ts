/**
 * The addresses of all pages, from Next's `app-path-routes-manifest.json`: entries that end in `/page`; the others
 * answer requests and show nothing.
 */
export function pageRoutes(manifest: Readonly<Record<string, string>>): string[] {
  return Object.entries(manifest)
    .filter(([file]) => file === '/page' || file.endsWith('/page'))
    .map(([, route]) => route)
    .sort();
}

/** Does an address belong to a route, such as `/o/demo/jobs` to `/o/[org]/jobs`? Query and fragment do not count. */
export function matchesRoute(route: string, address: string): boolean {
  const parts = route.split('/').filter((each) => each !== '');
  const given = (address.split(/[?#]/, 1)[0] ?? '').split('/').filter((each) => each !== '');
  for (const [at, part] of parts.entries()) {
    if (part.startsWith('[...')) return given.length > at;
    if (given[at] === undefined) return false;
    if (!part.startsWith('[') && part !== given[at]) return false;
  }
  return parts.length === given.length;
}
