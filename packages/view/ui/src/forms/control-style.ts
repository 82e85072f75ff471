/** The frame shared by text-like controls. */
export const controlStyle =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 text-sm text-fg text-ellipsis placeholder:text-fg-muted tap ' +
  'transition-colors hover:border-fg-muted focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ring ' +
  'aria-invalid:border-bad disabled:bg-sunken disabled:text-fg-muted disabled:cursor-not-allowed [&[readonly]]:bg-sunken';
