import { expectInteger } from './expect-integer.js';
import { expectNumber } from './expect-number.js';
import type { Check } from './read-options.js';

/** A number that is not negative. */
export const notNegative: Check = (place, option, value) => expectNumber(place, option, value, { min: 0 });

/** A number from 0 to 1. */
export const fraction: Check = (place, option, value) => expectNumber(place, option, value, { min: 0, max: 1 });

/** A number from 0 to 1 that is not 1 itself. */
export const belowOne: Check = (place, option, value) => expectNumber(place, option, value, { min: 0, below: 1 });

/** An integer of either sign. */
export const integer: Check = (place, option, value) =>
  expectInteger(place, option, value, { min: Number.MIN_SAFE_INTEGER });
