/** The entry whose address is the longest prefix of the current path, by whole path segments. */
export function currentHref(hrefs: readonly string[], path: string): string | undefined {
  const clean = path.split(/[?#]/)[0] ?? path;
  let best: string | undefined;
  for (const href of hrefs) {
    const base = (href.split(/[?#]/)[0] ?? href).replace(/\/$/, '');
    // an address that is only "/" would be a prefix of everything
    const hit = base === '' ? clean === '/' : clean === base || clean.startsWith(`${base}/`);
    if (hit && (best === undefined || href.length > best.length)) best = href;
  }
  return best;
}
