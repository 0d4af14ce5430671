import type { Drawing } from '@sixstep/plots';
import { parseHTML } from 'linkedom';

/** What can be asked of a picture. */
export interface Drawn {
  readonly root: Element;
  /** All texts, in order. */
  readonly texts: string[];
  /** The texts of the legend. */
  readonly legend: string[];
  /** The elements that `selector` finds. */
  readonly all: (selector: string) => Element[];
  /** The groups that hold a mark's elements and their style; a clipped mark's are below its own group. */
  readonly groups: (mark: string) => Element[];
  /** The texts below groups that are called so, such as `y-axis label`. */
  readonly labels: (label: string) => string[];
}

/** Reads the SVG of a picture. */
export function drawn({ svg }: Drawing): Drawn {
  const root = parseHTML(`<!doctype html><html><body>${svg}</body></html>`).document.querySelector('svg') as Element;
  const all = (selector: string): Element[] => [...root.querySelectorAll(selector)];
  const textOf = (element: Element): string => element.textContent;
  return {
    root,
    all,
    groups: (mark) =>
      all(`g[aria-label="${mark}"]`).map((group) =>
        group.hasAttribute('clip-path') ? group.firstElementChild! : group,
      ),
    texts: all('text').map(textOf),
    legend: all('.sixstep-legend-item text').map(textOf),
    labels: (label) => all(`g[aria-label="${label}"] text, g[aria-description="${label}"] text`).map(textOf),
  };
}

/** The numbers of a path's `d`, in pairs. */
export function pairs(path: Element): [number, number][] {
  const numbers = [...path.getAttribute('d')!.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}
