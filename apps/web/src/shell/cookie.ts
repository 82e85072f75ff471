/** Remembers a choice of this browser for some days: theme, last organisation. Never anything secret. */
export function rememberFor(name: string, value: string, days: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser yet
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${days * 86_400}; samesite=lax`;
}

export const rememberTheme = (theme: string): void => rememberFor('assay.theme', theme, 365);
