/** Tells listeners of values, each of them of every value in the same order, even when one of them causes the next. */
export type Listeners<T> = {
  readonly listen: (listener: (value: T) => void) => () => void;
  readonly tell: (value: T) => void;
};

/**
 * Listeners without a value to begin with. What a listener throws does not keep others from hearing; it is thrown when
 * all have heard, several as one AggregateError.
 */
export function createListeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  const waiting: T[] = [];
  let telling = false;

  const tellAll = (value: T, failures: unknown[]) => {
    for (const listener of [...all]) {
      try {
        listener(value);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  return {
    listen: (listener) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: (value) => {
      waiting.push(value);
      if (telling) return;
      telling = true;
      const failures: unknown[] = [];
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tellAll(next, failures);
      telling = false;
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) throw new AggregateError(failures, 'Several listeners failed.');
    },
  };
}
