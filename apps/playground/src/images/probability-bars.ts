import { element } from '../page/element.js';
import { inEveryLanguage } from '../texts/language.js';

/** Ten probabilities as bars. */
export interface ProbabilityBars {
  readonly root: HTMLElement;
  show(probabilities: ArrayLike<number> | undefined): void;
}

/** @param namesOf the names of the classes, in the language of now */
export function probabilityBars(namesOf: () => readonly string[]): ProbabilityBars {
  const rows = Array.from({ length: 10 }, () => {
    const name = element('span', { class: 'class-name' });
    const bar = element('span', { class: 'bar-fill' });
    const value = element('span', { class: 'bar-value' }, '–');
    const row = element('li', {}, name, element('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar), value);
    return { name, bar, value, row };
  });
  const root = element('ol', { class: 'probabilities' }, ...rows.map(({ row }) => row));
  inEveryLanguage(() => rows.forEach(({ name }, i) => (name.textContent = namesOf()[i]!)));
  return {
    root,
    show(probabilities) {
      const best =
        probabilities === undefined ? -1 : Array.from(probabilities).indexOf(Math.max(...Array.from(probabilities)));
      rows.forEach(({ name, bar, value, row }, i) => {
        const p = probabilities?.[i] ?? 0;
        name.textContent = namesOf()[i]!;
        bar.style.transform = `scaleX(${p})`;
        value.textContent = probabilities === undefined ? '–' : `${(100 * p).toFixed(1)} %`;
        row.classList.toggle('best', i === best);
      });
      root.dataset['best'] = String(best);
    },
  };
}
