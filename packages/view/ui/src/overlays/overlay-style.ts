export const scrimStyle = 'fixed inset-0 z-50 bg-scrim animate-fade-in';
export const floatingStyle =
  'z-50 rounded-lg border border-line bg-raised text-fg shadow-md animate-pop-in focus:outline-none';
