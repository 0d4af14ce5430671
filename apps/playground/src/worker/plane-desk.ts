import { PlaneSession } from '../plane/plane-session.js';
import type { PlaneSetup } from '../plane/plane-setup.js';
import type { Reply } from './protocol.js';

/** Serves the requests of the plane's room: one training at a time. */
export class PlaneDesk {
  private readonly reply: (reply: Reply) => void;
  private session: PlaneSession | undefined;
  private pace = 16;

  constructor(reply: (reply: Reply) => void) {
    this.reply = reply;
  }

  /** A new training in place of the one before. */
  async prepare(run: number, setup: PlaneSetup, running: boolean): Promise<void> {
    this.session?.stop();
    const session = new PlaneSession(run, setup, (report) => this.reply({ type: 'plane.report', report }));
    this.session = session;
    session.pace = this.pace;
    const { train, test, classes } = session.data;
    const shown = ({ x, y }: typeof train) => ({ x: Float32Array.from(x.data), y: Int32Array.from(y.data) });
    this.reply({ type: 'plane.data', run, classes, train: shown(train), test: shown(test) });
    if (running) session.gate.open();
    await session.train();
  }

  setRunning(running: boolean): void {
    if (running) this.session?.gate.open();
    else this.session?.gate.shut();
  }

  /** An epoch takes so long at least, to be watched. */
  setPace(milliseconds: number): void {
    this.pace = milliseconds;
    if (this.session !== undefined) this.session.pace = milliseconds;
  }

  trainEpoch(): void {
    this.session?.gate.letOne();
  }
}
