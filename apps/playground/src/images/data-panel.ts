import { button, segments } from '../page/controls.js';
import { element } from '../page/element.js';
import { texts } from '../texts/language.js';
import { imageDataNames, type ImageDataName } from './image-setup.js';
import { putStrip } from './image-strip.js';

/** Where the images come from. */
export interface DataPanel {
  readonly parts: readonly HTMLElement[];
  showName(name: ImageDataName): void;
  /** @param loaded undefined before, megabytes while, counts after loading */
  showState(state: DataState): void;
}

type DataState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly bytes: number }
  | { readonly kind: 'loaded'; readonly train: number; readonly test: number; readonly preview: Uint8Array };

interface Listener {
  choose(name: ImageDataName): void;
  load(): void;
  files(files: readonly File[]): void;
}

export function dataPanel(listener: Listener): DataPanel {
  const t = texts;
  let state: DataState = { kind: 'none' };
  const name = segments(
    () => t().data,
    imageDataNames,
    (one) => t().imageData[one],
    (one) => listener.choose(one),
  );
  const load = button(
    () => t().load,
    () => listener.load(),
    'primary',
  );
  load.dataset['action'] = 'load';
  const input = element('input', {
    type: 'file',
    multiple: true,
    id: 'image-files',
    onchange: () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      if (files.length > 0) listener.files(files);
    },
  });
  const drop = element(
    'div',
    { class: 'drop' },
    element('label', { for: 'image-files', class: 'like-button' }, () => t().choose),
    input,
    element('span', { class: 'hint' }, () => t().drop),
  );
  const preview = element('canvas', {
    class: 'strip',
    width: 28 * 20,
    height: 28 * 2,
    'aria-hidden': 'true',
    hidden: true,
  });
  const status = element('p', { class: 'hint', role: 'status' }, said);

  function said(): string {
    if (state.kind === 'loading') return t().loading((state.bytes / 1e6).toFixed(1));
    return state.kind === 'loaded' ? t().loaded(state.train, state.test) : t().notLoaded;
  }
  const stop = (event: DragEvent): void => {
    event.preventDefault();
    drop.classList.toggle('over', event.type === 'dragover');
  };
  drop.addEventListener('dragover', stop);
  drop.addEventListener('dragleave', stop);
  drop.addEventListener('drop', (event) => {
    stop(event);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) listener.files(files);
  });

  return {
    parts: [name.root, element('div', { class: 'bar sources' }, load, drop), status, preview],
    showName: (one) => name.show(one),
    showState(now) {
      state = now;
      status.textContent = said();
      status.dataset['state'] = now.kind;
      load.disabled = now.kind === 'loading';
      preview.hidden = now.kind !== 'loaded';
      if (now.kind === 'loaded') putStrip(preview, now.preview);
    },
  };
}
