import { canvasView } from '../charts/canvas-view.js';
import { colors } from '../charts/colors.js';
import { legend } from '../charts/legend.js';
import { lineChart } from '../charts/line-chart.js';
import { card, figureList } from '../page/card.js';
import { button, segments } from '../page/controls.js';
import { element } from '../page/element.js';
import { formatLoss, formatPercent, formatRate } from '../page/format.js';
import { complain, hush } from '../page/message.js';
import type { RoomView } from '../page/room-view.js';
import { writeAddress } from '../state/address.js';
import { initialOf, readSetup } from '../state/schema.js';
import { chosenLanguage, inEveryLanguage, texts } from '../texts/language.js';
import { connect } from '../worker/connect.js';
import type { Reply } from '../worker/protocol.js';
import { drawNetwork } from './draw-network.js';
import { drawRegions } from './draw-regions.js';
import { planeControls } from './plane-controls.js';
import type { PlaneReport } from './plane-report.js';
import { planePresets, planeSchema, presetNames, type PlaneSetup } from './plane-setup.js';
import { verdict } from './verdict.js';

const speeds = { slow: 100, normal: 16, full: 0 } as const;
type Speed = keyof typeof speeds;

/** The room where a network learns points of the plane. */
export function planeRoom(onChange: () => void): RoomView {
  let setup: PlaneSetup = initialOf(planeSchema);
  let run = 0;
  let running = false;
  let speed: Speed = 'normal';
  let data: Extract<Reply, { type: 'plane.data' }> | undefined;
  let report: PlaneReport | undefined;
  let history: { train: [number, number][]; test: [number, number][] } = { train: [], test: [] };

  const connection = connect(receive);
  const controls = planeControls((change) => take({ ...setup, ...change }));
  const t = texts;

  const regions = canvasView(
    (context, width) => {
      if (data !== undefined && report !== undefined) drawRegions(context, width, { ...data, regions: report.regions });
    },
    () => t().regions,
    'plane',
  );
  const curves = lineChart(
    () => ({
      lines: [
        { color: colors().first, points: history.train },
        { color: colors().second, points: history.test, dashed: true },
      ],
      xMax: setup.epochs,
      y: 'log',
      xName: t().epoch,
    }),
    () => t().curves,
  );
  const network = canvasView(
    (context, width, height) => {
      if (report === undefined || data === undefined) return;
      const { kernels, tiles } = report;
      drawNetwork(context, width, height, { sizes: [2, ...setup.layers, data.classes], kernels, tiles });
    },
    () => t().weights,
    'network',
  );
  const weightsLegend = element('p', { class: 'hint', 'data-part': 'weights' });
  const figures = figureList([
    ['epoch', () => t().epoch],
    ['trainLoss', () => `${t().train} · ${t().loss}`],
    ['trainAccuracy', () => `${t().train} · ${t().accuracy}`],
    ['learningRate', () => t().learningRate],
    ['testLoss', () => `${t().test} · ${t().loss}`],
    ['testAccuracy', () => `${t().test} · ${t().accuracy}`],
  ]);
  const opinion = element('p', { class: 'verdict', 'aria-live': 'polite' });
  const hash = element('p', { class: 'hash hint' });
  const go = button(
    () => (running ? t().pause : t().run),
    () => setRunning(!running),
    'primary',
  );
  go.dataset['action'] = 'run';
  const step = button(
    () => t().oneEpoch,
    () => connection.ask({ type: 'plane.epoch' }),
  );
  step.dataset['action'] = 'epoch';
  const again = button(
    () => t().again,
    () => take(setup),
  );
  again.dataset['action'] = 'again';
  const speedControl = segments(
    () => t().speed,
    ['slow', 'normal', 'full'] as const,
    (name) => t().speeds[name],
    (name) => {
      speed = name;
      connection.ask({ type: 'plane.pace', milliseconds: speeds[name] });
    },
  );
  speedControl.show(speed);

  /** All weights of the kernels: how many, how many nearly zero, and their norm. */
  function weightsOf(): { readonly all: number; readonly small: number; readonly norm: number } {
    let [all, small, squares] = [0, 0, 0];
    for (const kernel of report?.kernels ?? []) {
      all += kernel.length;
      for (const weight of kernel) {
        if (Math.abs(weight) < 0.01) small++;
        squares += weight * weight;
      }
    }
    return { all, small, norm: Math.sqrt(squares) };
  }

  function render(): void {
    regions.invalidate();
    curves.invalidate();
    network.invalidate();
    if (report === undefined) return;
    figures.show({
      epoch: `${Math.floor(report.epoch)} / ${setup.epochs}`,
      learningRate: formatRate(report.learningRate),
      trainLoss: formatLoss(report.train.loss),
      testLoss: formatLoss(report.test.loss),
      trainAccuracy: formatPercent(report.train.accuracy),
      testAccuracy: formatPercent(report.test.accuracy),
    });
    const { all, small, norm } = weightsOf();
    weightsLegend.textContent = t().weightsLegend(norm.toFixed(2), small, all);
    const said = t().verdicts[verdict(report)];
    if (opinion.textContent !== said) opinion.textContent = said;
    hash.textContent = report.sha256 === undefined ? '' : `${t().weightsHash}: ${report.sha256}`;
    // Not while it moves: nobody could listen that fast.
    if (!running) describe(report, all, small);
  }

  function describe({ epoch, train, test }: PlaneReport, all: number, small: number): void {
    const [name, trained, tested] = [
      t().dataNames[setup.data],
      formatPercent(train.accuracy),
      formatPercent(test.accuracy),
    ];
    regions.canvas.setAttribute('aria-label', t().describeRegions(name, Math.floor(epoch), trained, tested));
    curves.canvas.setAttribute('aria-label', t().describeCurves(formatLoss(train.loss), formatLoss(test.loss)));
    network.canvas.setAttribute('aria-label', t().describeWeights(all, small));
  }

  function receive(reply: Reply): void {
    if (reply.type === 'failed') return complain(reply.message);
    if (reply.type === 'ready') document.documentElement.dataset['ready'] ??= String(Math.round(performance.now()));
    if (reply.type === 'plane.data' && reply.run === run) data = reply;
    if (reply.type !== 'plane.report' || reply.report.run !== run) return;
    report = reply.report;
    history.train.push([report.epoch, report.train.loss]);
    history.test.push([report.epoch, report.test.loss]);
    root.dataset['epoch'] = String(report.epoch);
    root.dataset['state'] = report.done ? 'done' : running ? 'running' : 'paused';
    if (report.done) setRunning(false);
    else render();
  }

  function setRunning(wanted: boolean): void {
    if (wanted && report?.done) return take(setup, true);
    running = wanted;
    go.textContent = running ? t().pause : t().run;
    step.disabled = running || (report?.done ?? false);
    connection.ask({ type: 'plane.running', running });
    render();
  }

  /** Begins anew with this set-up. */
  function take(wanted: PlaneSetup, start = running): void {
    hush();
    setup = wanted;
    history = { train: [], test: [] };
    controls.show(setup);
    connection.ask({ type: 'plane.prepare', run: ++run, setup, running: start });
    report = undefined;
    setRunning(start);
    onChange();
  }

  inEveryLanguage(render);
  const root = element(
    'div',
    { class: 'room plane-room', 'data-room': 'plane' },
    element(
      'div',
      { class: 'presets', role: 'group', 'aria-label': () => t().examples },
      element('span', { class: 'hint', 'aria-hidden': 'true' }, () => `${t().examples}:`),
      ...presetNames.map((name) =>
        button(
          () => t().presets[name],
          () => take(planePresets[name], true),
          'chip',
        ),
      ),
    ),
    element(
      'div',
      { class: 'stage' },
      card(
        () => t().regions,
        'main-card',
        regions.canvas,
        element('p', { class: 'hint' }, () => t().regionsLegend),
        element('div', { class: 'bar' }, go, step, again, speedControl.root),
        opinion,
      ),
    ),
    element(
      'div',
      { class: 'side' },
      card(
        () => t().curves,
        'curves-card',
        legend([
          { name: () => t().train, color: 'first' },
          { name: () => t().test, color: 'second', dashed: true },
        ]),
        curves.canvas,
        figures.root,
        hash,
      ),
      card(() => t().weights, 'network-card', network.canvas, weightsLegend),
    ),
    element('div', { class: 'settings' }, controls.root),
  );

  return {
    root,
    open: (parameters) => take(readSetup(planeSchema, parameters)),
    address: () => writeAddress('plane', planeSchema, setup, chosenLanguage()),
    show(visible) {
      if (!visible && running) setRunning(false);
      else render();
    },
  };
}
