type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Drops undefined properties, for libraries whose optional props do not accept an explicit undefined. */
export function defined<T extends object>(props: T): Defined<T> {
  return Object.fromEntries(Object.entries(props).filter(([, v]) => v !== undefined)) as Defined<T>;
}
