import { canvasView } from '../charts/canvas-view.js';
import { colors } from '../charts/colors.js';
import { lineChart } from '../charts/line-chart.js';
import { card } from '../page/card.js';
import { button, numberInput, segments, select, slider } from '../page/controls.js';
import { element } from '../page/element.js';
import { complain, hush } from '../page/message.js';
import type { RoomView } from '../page/room-view.js';
import { optimizerNames, type OptimizerChoice } from '../plane/plane-setup.js';
import { writeAddress } from '../state/address.js';
import { initialOf, readSetup } from '../state/schema.js';
import { chosenLanguage, inEveryLanguage, texts } from '../texts/language.js';
import { connect } from '../worker/connect.js';
import type { Reply } from '../worker/protocol.js';
import { drawMap } from './draw-map.js';
import { paces, raceSchema, UNSET, type RaceSetup } from './race-setup.js';
import { startOf, type Path } from './path.js';
import { runnerTable } from './runner-table.js';
import { surfaceNames, surfaces } from './surfaces.js';
import { Ticker } from './ticker.js';

/** Milliseconds from the start of a race to its end. */
const DURATION = 7000;

/** The room where optimizers race downhill. */
export function raceRoom(onChange: () => void): RoomView {
  let setup: RaceSetup = initialOf(raceSchema);
  let run = 0;
  let step = 0;
  let paths: Path[] = [];
  let chosen: OptimizerChoice | undefined;
  const t = texts;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const connection = connect(receive);
  const colorOf = (runner: OptimizerChoice): string => colors().series[optimizerNames.indexOf(runner)]!;

  const map = canvasView(
    (context, width) =>
      drawMap(context, width, {
        surface: setup.surface,
        start: startOf(setup),
        paths,
        step: Math.floor(step),
        chosen,
        colorOf,
      }),
    () => t().map,
    'map',
  );
  const heights = lineChart(
    () => ({
      lines: [...paths]
        .sort((a, b) => Number(a.runner === chosen) - Number(b.runner === chosen))
        .map(({ runner, points }) => ({
          color: chosen === undefined || chosen === runner ? colorOf(runner) : colors().line,
          points: Array.from({ length: Math.floor(step) + 1 }, (_, i) => {
            const height = surfaces[setup.surface].f(points[2 * i]!, points[2 * i + 1]!);
            return [i, height === 0 ? 1e-12 : height] as const;
          }),
        })),
      xMax: setup.steps,
      y: 'log',
      xName: t().step,
    }),
    () => t().heights,
  );
  const table = runnerTable(
    (runners) => take({ ...setup, runners }),
    (runner) => {
      chosen = runner;
      draw();
    },
  );
  const ticker = new Ticker((passed) => {
    step = Math.min(setup.steps, step + (passed * setup.steps) / DURATION);
    if (step >= setup.steps) ticker.stop();
    draw();
  });

  const play = button('', () => (ticker.isOn ? pause() : resume()), 'primary');
  play.dataset['action'] = 'play';
  const scrub = slider(
    () => t().step,
    { min: 0, max: 300, step: 1 },
    () => undefined,
  );
  const scrubInput = scrub.root.querySelector('input')!;
  scrubInput.addEventListener('input', () => {
    ticker.stop();
    step = scrubInput.valueAsNumber;
    draw();
  });
  const range = { min: -6, max: 6, step: 0.1 };
  const controls = {
    surface: segments(
      () => t().surface,
      surfaceNames,
      (name) => t().surfaces[name],
      (surface) => take({ ...setup, surface, x: UNSET, y: UNSET }),
    ),
    pace: select<number>(
      () => t().pace,
      paces,
      String,
      (pace) => take({ ...setup, pace }),
    ),
    steps: numberInput(
      () => t().steps,
      { min: 20, max: 2000, step: 10 },
      (steps) => take({ ...setup, steps: Math.round(steps) }),
    ),
    x: numberInput(
      () => t().startX,
      range,
      (x) => startAt(x, startOf(setup)[1]),
    ),
    y: numberInput(
      () => t().startY,
      range,
      (y) => startAt(startOf(setup)[0], y),
    ),
  };
  const formula = element('p', { class: 'hint formula' });

  function draw(): void {
    map.invalidate();
    heights.invalidate();
    table.show(setup, paths, Math.floor(step));
    scrub.show(Math.floor(step));
    const label = ticker.isOn ? t().pause : t().play;
    if (play.textContent !== label) play.textContent = label;
    root.dataset['step'] = String(Math.floor(step));
    root.dataset['state'] = ticker.isOn
      ? 'running'
      : paths.length === setup.runners.length && step >= setup.steps
        ? 'done'
        : 'paused';
  }

  function pause(): void {
    ticker.stop();
    draw();
  }

  function resume(): void {
    if (step >= setup.steps) step = 0;
    if (calm.matches) step = setup.steps;
    else ticker.start();
    draw();
  }

  function receive(reply: Reply): void {
    if (reply.type === 'failed') return complain(reply.message);
    if (reply.type !== 'race.path' || reply.run !== run) return;
    paths.push(reply.path);
    if (paths.length === setup.runners.length) resume();
    else draw();
  }

  /** A new race with this set-up. */
  function take(wanted: RaceSetup): void {
    hush();
    setup = wanted;
    ticker.stop();
    paths = [];
    step = 0;
    const [x, y] = startOf(setup);
    controls.surface.show(setup.surface);
    controls.pace.show(setup.pace);
    controls.steps.show(setup.steps);
    controls.x.show(x);
    controls.y.show(y);
    scrubInput.max = String(setup.steps);
    formula.textContent = `f(x, y) = ${surfaces[setup.surface].formula}`;
    connection.ask({ type: 'race.run', run: ++run, setup });
    draw();
    onChange();
  }

  function startAt(x: number, y: number): void {
    const { xRange, yRange } = surfaces[setup.surface];
    const within = (value: number, [low, high]: readonly [number, number]): number =>
      Number(Math.min(high, Math.max(low, value)).toFixed(2));
    take({ ...setup, x: within(x, xRange), y: within(y, yRange) });
  }

  map.canvas.tabIndex = 0;
  map.canvas.setAttribute('role', 'application');
  map.canvas.addEventListener('pointerup', (event) => {
    const { xRange, yRange } = surfaces[setup.surface];
    const { left, top, width, height } = map.canvas.getBoundingClientRect();
    startAt(
      xRange[0] + ((event.clientX - left) / width) * (xRange[1] - xRange[0]),
      yRange[1] - ((event.clientY - top) / height) * (yRange[1] - yRange[0]),
    );
  });
  map.canvas.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const { xRange, yRange } = surfaces[setup.surface];
    const [x, y] = startOf(setup);
    startAt(x + (move[0]! * (xRange[1] - xRange[0])) / 50, y + (move[1]! * (yRange[1] - yRange[0])) / 50);
  });

  const root = element(
    'div',
    { class: 'room race-room', 'data-room': 'race' },
    element(
      'div',
      { class: 'stage' },
      card(
        () => t().surface,
        'main-card',
        controls.surface.root,
        map.canvas,
        element('p', { class: 'hint' }, () => t().mapHelp),
        element('div', { class: 'bar stretch' }, play, scrub.root),
      ),
    ),
    element(
      'div',
      { class: 'side' },
      card(() => t().runners, 'runners-card', table.root, formula),
      card(() => t().heights, 'heights-card', heights.canvas),
    ),
    element(
      'div',
      { class: 'settings' },
      element(
        'section',
        { class: 'card' },
        element('h2', {}, () => t().race),
        element(
          'div',
          { class: 'fields four' },
          controls.x.root,
          controls.y.root,
          controls.pace.root,
          controls.steps.root,
        ),
      ),
    ),
  );
  inEveryLanguage(draw);

  return {
    root,
    open: (parameters) => take(readSetup(raceSchema, parameters)),
    address: () => writeAddress('race', raceSchema, setup, chosenLanguage()),
    show(visible) {
      if (!visible) pause();
      else draw();
    },
  };
}
