import { expectInteger } from './expect-integer.js';
import { expectNumber } from './expect-number.js';
import type { Check } from './read-options.js';

/** A number within bounds, which are those of `expectNumber`. */
export const within =
  (bounds: Parameters<typeof expectNumber>[3]): Check =>
  (place, option, value) =>
    expectNumber(place, option, value, bounds);

/** An integer from `min` on. */
export const integerFrom =
  (min: number): Check =>
  (place, option, value) =>
    expectInteger(place, option, value, { min });

/** A number that is not negative. */
export const notNegative: Check = /* @__PURE__ */ within({ min: 0 });

/** A number from 0 to 1. */
export const fraction: Check = /* @__PURE__ */ within({ min: 0, max: 1 });

/** A number from 0 to 1 that is not 1 itself. */
export const belowOne: Check = /* @__PURE__ */ within({ min: 0, below: 1 });

/** An integer of either sign. */
export const integer: Check = /* @__PURE__ */ integerFrom(Number.MIN_SAFE_INTEGER);
