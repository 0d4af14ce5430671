/** One value of a set-up, as text in the address and back. */
export interface Field<T> {
  readonly initial: T;
  /** The value that `text` says, or undefined if it says none that is allowed. */
  parse(text: string): T | undefined;
  format(value: T): string;
}

/** A number from `min` to `max`, rounded to a multiple of `step`. */
export function numberField(initial: number, min: number, max: number, step: number): Field<number> {
  return {
    initial,
    parse(text) {
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) return undefined;
      const rounded = Number((Math.round(value / step) * step).toPrecision(12));
      return Math.min(max, Math.max(min, rounded));
    },
    format: String,
  };
}

/** One of a few values. */
export function choiceField<T extends string | number>(initial: T, choices: readonly T[]): Field<T> {
  return {
    initial,
    parse: (text) => choices.find((choice) => String(choice) === text),
    format: String,
  };
}

/** A list of integers from 1 to `max`, at most `longest` of them; empty is `0` in the address. */
export function listField(initial: readonly number[], max: number, longest: number): Field<readonly number[]> {
  return {
    initial,
    parse(text) {
      if (text === '0') return [];
      const values = text.split('-').map(Number);
      const fits = values.every((value) => Number.isInteger(value) && value >= 1 && value <= max);
      return fits && values.length <= longest ? values : undefined;
    },
    format: (values) => (values.length === 0 ? '0' : values.join('-')),
  };
}

/** Some of a few names, in their order; none is `0` in the address. */
export function someField<T extends string>(choices: readonly T[]): Field<readonly T[]> {
  return {
    initial: choices,
    parse(text) {
      const wanted = text === '0' ? [] : text.split('-');
      const found = choices.filter((choice) => wanted.includes(choice));
      return found.length === wanted.length ? found : undefined;
    },
    format: (values) => (values.length === 0 ? '0' : values.join('-')),
  };
}
