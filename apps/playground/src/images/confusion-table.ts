import { element } from '../page/element.js';
import { inEveryLanguage, texts } from '../texts/language.js';

/** How often each class was called each other. */
export interface ConfusionTable {
  readonly root: HTMLElement;
  show(confusion: ArrayLike<number> | undefined): void;
}

/** @param namesOf the names of the classes, in the language of now */
export function confusionTable(namesOf: () => readonly string[]): ConfusionTable {
  let shown: ArrayLike<number> | undefined;
  const digits = Array.from({ length: 10 }, (_, i) => i);
  const heads = digits.map(() => element('th', { scope: 'col' }));
  const rows = digits.map(() => {
    const head = element('th', { scope: 'row' });
    const cells = digits.map(() => element('td'));
    return { head, cells, row: element('tr', {}, head, ...cells) };
  });
  const table = element(
    'table',
    { class: 'confusion' },
    element('thead', {}, element('tr', {}, element('td'), ...heads)),
    element('tbody', {}, ...rows.map(({ row }) => row)),
  );
  // It scrolls where it is wider than the screen, also by keyboard.
  const root = element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': () => texts().confusion },
    table,
  );

  function render(): void {
    const names = namesOf();
    table.classList.toggle(
      'long-names',
      names.some((name) => name.length > 1),
    );
    heads.forEach((head, i) => {
      head.textContent = names[i]!.length > 3 ? `${names[i]!.slice(0, 3)}.` : names[i]!;
      head.title = names[i]!;
    });
    rows.forEach(({ head, cells }, truth) => {
      head.textContent = names[truth]!;
      const counts = digits.map((guess) => shown?.[10 * truth + guess] ?? 0);
      const all = Math.max(
        1,
        counts.reduce((sum, count) => sum + count, 0),
      );
      cells.forEach((cell, guess) => {
        const count = counts[guess]!;
        cell.textContent = count === 0 ? '' : String(count);
        cell.title = texts().confusionCell(names[truth]!, names[guess]!, count);
        // Mistakes are few: they are colored by the square root of their share.
        const strength = guess === truth ? (0.45 * count) / all : Math.min(0.75, 2.2 * Math.sqrt(count / all));
        cell.style.setProperty('--strength', `${(100 * strength).toFixed(0)}%`);
        cell.className = guess === truth ? 'right' : 'wrong';
      });
    });
  }
  inEveryLanguage(render);
  return {
    root,
    show(confusion) {
      shown = confusion;
      render();
    },
  };
}
