const OF_SYSTEMS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** Is it one of the files that systems leave in folders and archives beside what people put there? */
export const isLeftBySystem = (path: string): boolean => OF_SYSTEMS.test(path);
