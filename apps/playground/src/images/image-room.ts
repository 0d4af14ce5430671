import { colors } from '../charts/colors.js';
import { legend } from '../charts/legend.js';
import { lineChart } from '../charts/line-chart.js';
import { card, figureList } from '../page/card.js';
import { button, numberInput, select, slider, type Control } from '../page/controls.js';
import { element } from '../page/element.js';
import { formatLoss, formatPercent, formatRate } from '../page/format.js';
import { complain, hush } from '../page/message.js';
import { offerFile } from '../page/offer-file.js';
import type { RoomView } from '../page/room-view.js';
import { optimizerLabels } from '../plane/optimizer-labels.js';
import { learningRates, optimizerNames } from '../plane/plane-setup.js';
import { writeAddress } from '../state/address.js';
import { initialOf, readSetup } from '../state/schema.js';
import { chosenLanguage, inEveryLanguage, texts } from '../texts/language.js';
import { connect } from '../worker/connect.js';
import type { Reply } from '../worker/protocol.js';
import { confusionTable } from './confusion-table.js';
import { dataPanel } from './data-panel.js';
import { drawPad } from './draw-pad.js';
import type { ImageEvaluation, ImageReport, ShownImage } from './image-report.js';
import { imageBatchSizes, imageModelNames, imageSchema, type ImageDataName, type ImageSetup } from './image-setup.js';
import { mistakeList } from './image-strip.js';
import { probabilityBars } from './probability-bars.js';
import { savedFormats } from './save-model.js';

/** The room where a network learns digits or clothes. */
export function imageRoom(onChange: () => void): RoomView {
  let setup: ImageSetup = initialOf(imageSchema);
  let loaded: ImageDataName | undefined;
  let run = 0;
  let training = false;
  /** Train as soon as the images are there. */
  let eager = false;
  let report: ImageReport | undefined;
  let evaluations: ImageEvaluation[] = [];
  let sample: ShownImage | undefined;
  let curve: { readonly step: number; readonly loss: number; readonly accuracy: number }[] = [];
  const t = texts;
  const namesOf = (): readonly string[] => t().classes[loaded ?? setup.data];
  const connection = connect(receive);

  const data = dataPanel({
    choose: (name) => take({ ...setup, data: name }),
    load: () => fetchData(),
    files(files) {
      hush();
      data.showState({ kind: 'loading', bytes: files.reduce((sum, { size }) => sum + size, 0) });
      connection.ask({ type: 'images.files', data: setup.data, files });
    },
  });
  const chart = (pick: 'loss' | 'accuracy') =>
    lineChart(
      () => ({
        lines: [
          { color: colors().first, points: curve.map((point) => [point.step, point[pick]] as const) },
          {
            color: colors().second,
            points: evaluations.map((found) => [found.step, found[pick]] as const),
            dashed: true,
            dotted: true,
          },
        ],
        xMax: setup.epochs * (report?.stepsPerEpoch ?? Math.ceil(setup.samples / setup.batchSize)),
        y:
          pick === 'loss'
            ? 'log'
            : [Math.max(0, Math.floor(10 * Math.min(0.9, ...curve.slice(3).map((point) => point.accuracy))) / 10), 1],
        xName: t().step,
      }),
      () => t()[pick],
    );
  const lossChart = chart('loss');
  const accuracyChart = chart('accuracy');
  const figures = figureList([
    ['epoch', () => t().epoch],
    ['trainLoss', () => `${t().train} · ${t().loss}`],
    ['trainAccuracy', () => `${t().train} · ${t().accuracy}`],
    ['seconds', () => t().perEpoch],
    ['testLoss', () => `${t().test} · ${t().loss}`],
    ['testAccuracy', () => `${t().test} · ${t().accuracy}`],
  ]);
  const hash = element('p', { class: 'hash hint' });
  const confusion = confusionTable(namesOf);
  const mistakes = element('div');
  const bars = probabilityBars(namesOf);
  const verdict = element('p', { class: 'verdict', 'aria-live': 'polite' });
  const pad = drawPad((pixels) => {
    sample = undefined;
    renderVerdict();
    if (pixels === undefined) bars.show(undefined);
    else connection.ask({ type: 'images.predict', pixels });
  });
  const go = button(
    () => (training ? t().stop : t().run),
    () => (training ? stop() : start()),
    'primary',
  );
  go.dataset['action'] = 'run';
  const any = button(
    () => t().anyImage,
    () => connection.ask({ type: 'images.sample' }),
  );
  any.dataset['action'] = 'sample';
  const clear = button(
    () => t().clear,
    () => pad.clear(),
  );
  clear.dataset['action'] = 'clear';

  const saving = savedFormats.map((format) => {
    const save = button(`.${format}`, () => connection.ask({ type: 'images.save', format }));
    save.dataset['action'] = `save-${format}`;
    return save;
  });
  const download = element(
    'div',
    { class: 'bar download', role: 'group', 'aria-label': () => t().save, hidden: true },
    element('span', { class: 'hint' }, () => t().save),
    ...saving,
  );

  const change = (part: Partial<ImageSetup>): void => take({ ...setup, ...part });
  const controls = {
    model: select(
      () => t().model,
      imageModelNames,
      (name) => t().imageModels[name],
      (model) => change({ model }),
    ),
    optimizer: select(
      () => t().optimizer,
      optimizerNames,
      (name) => optimizerLabels[name],
      (optimizer) => change({ optimizer }),
    ),
    learningRate: select<number>(
      () => t().learningRate,
      learningRates,
      formatRate,
      (learningRate) => change({ learningRate }),
    ),
    batchSize: select<number>(
      () => t().batchSize,
      imageBatchSizes,
      String,
      (batchSize) => change({ batchSize }),
    ),
    epochs: numberInput(
      () => t().epochs,
      { min: 1, max: 30, step: 1 },
      (epochs) => change({ epochs: Math.round(epochs) }),
    ),
    seed: numberInput(
      () => t().seed,
      { min: 0, max: 9999, step: 1 },
      (seed) => change({ seed: Math.round(seed) }),
    ),
    samples: slider(
      () => t().imageSamples,
      { min: 1000, max: 60000, step: 1000 },
      (samples) => change({ samples }),
    ),
  } satisfies Partial<{ readonly [K in keyof ImageSetup]: Control<ImageSetup[K]> }>;
  controls.model.root.classList.add('wide');
  controls.samples.root.classList.add('wide');

  function fetchData(): void {
    hush();
    data.showState({ kind: 'loading', bytes: 0 });
    connection.ask({ type: 'images.fetch', data: setup.data, page: new URL('.', location.href).href });
  }

  function start(): void {
    hush();
    if (loaded !== setup.data) {
      eager = true;
      return fetchData();
    }
    training = true;
    report = undefined;
    evaluations = [];
    curve = [];
    bars.show(undefined);
    connection.ask({ type: 'images.train', run: ++run, setup });
    render();
  }

  function stop(): void {
    training = false;
    connection.ask({ type: 'images.stop' });
    render();
  }

  function renderVerdict(): void {
    const untrained = report === undefined;
    const said = untrained
      ? t().trainFirst
      : sample === undefined
        ? ''
        : t().sample(namesOf()[sample.truth]!, namesOf()[sample.guess]!);
    if (verdict.textContent !== said) verdict.textContent = said;
    any.disabled = untrained;
  }

  function render(): void {
    lossChart.invalidate();
    accuracyChart.invalidate();
    go.textContent = training ? t().stop : t().run;
    const found = evaluations.at(-1);
    const epochs = report === undefined ? 0 : Math.floor(report.step / report.stepsPerEpoch);
    figures.show({
      epoch: `${epochs} / ${setup.epochs}`,
      trainLoss: report === undefined ? '–' : formatLoss(report.loss),
      trainAccuracy: report === undefined ? '–' : formatPercent(report.accuracy),
      seconds: found === undefined ? '–' : `${found.seconds.toFixed(1)} s`,
      testLoss: found === undefined ? '–' : formatLoss(found.loss),
      testAccuracy: found === undefined ? '–' : formatPercent(found.accuracy),
    });
    hash.textContent = found?.sha256 === undefined ? '' : `${t().weightsHash}: ${found.sha256}`;
    root.dataset['state'] = training ? 'running' : found?.done ? 'done' : 'paused';
    download.hidden = training || report === undefined;
    renderVerdict();
  }

  function renderEvaluation(): void {
    const found = evaluations.at(-1);
    confusion.show(found?.confusion);
    mistakes.replaceChildren(
      found === undefined ? element('p', { class: 'hint' }, t().noEvaluation) : mistakeList(found.mistakes, namesOf()),
    );
    if (found === undefined || training) return;
    lossChart.canvas.setAttribute(
      'aria-label',
      t().describeImageCurves(formatLoss(found.loss), formatPercent(found.accuracy)),
    );
  }

  function receive(reply: Reply): void {
    switch (reply.type) {
      case 'failed':
        eager = false;
        training = false;
        if (loaded === undefined || reply.about === 'images.fetch' || reply.about === 'images.files')
          data.showState({ kind: 'none' });
        if (reply.about === 'images.fetch' || reply.about === 'images.files') loaded = undefined;
        complain(reply.message);
        return render();
      case 'images.progress':
        return data.showState({ kind: 'loading', bytes: reply.loaded });
      case 'images.loaded':
        loaded = reply.data;
        // Another data set may have been chosen meanwhile.
        if (loaded === setup.data)
          data.showState({ kind: 'loaded', train: reply.train, test: reply.test, preview: reply.preview });
        report = undefined;
        evaluations = [];
        curve = [];
        renderEvaluation();
        if (eager && loaded === setup.data) start();
        else render();
        eager = false;
        return;
      case 'images.report':
        if (reply.report.run !== run) return;
        report = reply.report;
        curve.push(report);
        return render();
      case 'images.evaluation':
        if (reply.evaluation.run !== run) return;
        evaluations.push(reply.evaluation);
        renderEvaluation();
        return render();
      case 'images.stopped':
        if (reply.run !== run) return;
        training = false;
        renderEvaluation();
        return render();
      case 'images.probabilities':
        return bars.show(reply.probabilities);
      case 'images.file':
        return offerFile(`${loaded ?? setup.data}.${reply.format}`, reply.bytes);
      case 'images.sample':
        sample = reply.sample;
        pad.showImage(sample.pixels);
        return renderVerdict();
    }
  }

  /** Takes over a set-up; a training under way goes on with its own. */
  function take(wanted: ImageSetup): void {
    hush();
    if (training) stop();
    setup = wanted;
    data.showName(setup.data);
    if (loaded !== setup.data) data.showState({ kind: 'none' });
    for (const [name, control] of Object.entries(controls))
      (control as Control<unknown>).show(setup[name as keyof ImageSetup]);
    bars.show(undefined);
    render();
    renderEvaluation();
    onChange();
  }

  const root = element(
    'div',
    { class: 'room image-room', 'data-room': 'images' },
    element(
      'div',
      { class: 'stage' },
      card(() => t().data, 'data-card main-card', ...data.parts),
      card(
        () => t().trainingGroup,
        'setup-card',
        element('div', { class: 'fields' }, ...Object.values(controls).map((control) => control.root)),
        element('div', { class: 'bar' }, go),
        download,
      ),
    ),
    element(
      'div',
      { class: 'side' },
      card(
        () => t().imageCurves,
        'curves-card',
        legend([
          { name: () => t().train, color: 'first' },
          { name: () => t().test, color: 'second', dashed: true },
        ]),
        element(
          'div',
          { class: 'charts' },
          element(
            'div',
            {},
            element('p', { class: 'hint' }, () => t().loss),
            lossChart.canvas,
          ),
          element(
            'div',
            {},
            element('p', { class: 'hint' }, () => t().accuracy),
            accuracyChart.canvas,
          ),
        ),
        figures.root,
        hash,
      ),
      card(
        () => t().draw,
        'draw-card',
        element(
          'div',
          { class: 'drawing' },
          element('div', { class: 'pad-side' }, pad.root, element('div', { class: 'bar' }, clear, any)),
          element('div', {}, bars.root, verdict),
        ),
        element('p', { class: 'hint' }, () => t().drawHelp),
      ),
    ),
    element(
      'div',
      { class: 'settings results' },
      card(
        () => t().confusion,
        'confusion-card',
        confusion.root,
        element('p', { class: 'hint' }, () => t().confusionLegend),
      ),
      card(() => t().mistakes, 'mistakes-card', mistakes),
    ),
  );
  inEveryLanguage(() => {
    render();
    renderEvaluation();
  });
  data.showState({ kind: 'none' });

  return {
    root,
    open: (parameters) => take(readSetup(imageSchema, parameters)),
    address: () => writeAddress('images', imageSchema, setup, chosenLanguage()),
    show() {
      // A training goes on while another room is seen: it takes minutes, and has a worker of its own.
    },
  };
}
