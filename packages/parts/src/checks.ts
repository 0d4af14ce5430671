import { expectInteger } from './expect-integer.js';
import { type Bounds, expectNumber } from './expect-number.js';
import { expectOneOf } from './expect-one-of.js';
import type { Check } from './read-options.js';

/** A number within bounds, which are those of `expectNumber`. */
export const within =
  (bounds: Bounds): Check =>
  (...given) =>
    expectNumber(...given, bounds);

/** An integer from `min` on. */
export const integerFrom =
  (min: number): Check =>
  (...given) =>
    expectInteger(...given, { min });

/** A number that is not negative. */
export const notNegative: Check = /* @__PURE__ */ within({ min: 0 });

/** A number from 0 to 1. */
export const fraction: Check = /* @__PURE__ */ within({ min: 0, max: 1 });

/** A number from 0 to 1 that is not 1 itself. */
export const belowOne: Check = /* @__PURE__ */ within({ min: 0, below: 1 });

/** An integer of either sign. */
export const integer: Check = /* @__PURE__ */ integerFrom(-Infinity);

/** One of these texts. */
export const oneOf =
  (...choices: readonly string[]): Check =>
  (...given) =>
    expectOneOf(...given, choices);

/** One value, or a list of at least one, that fit. */
export const each =
  (check: Check): Check =>
  (place, option, value) => {
    const items = [value].flat();
    for (const item of items.length > 0 ? items : [value]) check(place, option, item);
    return value;
  };

/** What fits, or null, for an option whose default is not null. */
export const orNull =
  (check: Check): Check =>
  (place, option, value) =>
    value === null ? value : check(place, option, value);
