import type { NameOptions } from './metric.js';

/** Of a metric that looks along one axis. */
export interface AxisOptions extends NameOptions {
  readonly axis?: number;
}
