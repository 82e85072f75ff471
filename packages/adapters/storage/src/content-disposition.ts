/**
 * The header that makes a browser save a download under `fileName` (RFC 6266, with the name in ASCII and, by
 * RFC 8187, in UTF-8). Control characters and path separators become `_`.
 */
export function contentDisposition(fileName: string): string {
  const safe = fileName.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\p{Cc}/\\]/gu, '_');
  const ascii = safe.replace(/[^\u0020-\u007e]/g, '_').replaceAll('"', '_');
  const utf8 = encodeURIComponent(safe).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
