/** Moves something on, frame by frame, while it is on. */
export class Ticker {
  private asked = 0;
  private last = 0;
  private readonly tick: (milliseconds: number) => void;

  /** @param tick is given the time since the frame before */
  constructor(tick: (milliseconds: number) => void) {
    this.tick = tick;
  }

  get isOn(): boolean {
    return this.asked !== 0;
  }

  start(): void {
    if (this.isOn) return;
    this.last = performance.now();
    this.asked = requestAnimationFrame(this.frame);
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
  }

  private readonly frame = (now: number): void => {
    this.asked = requestAnimationFrame(this.frame);
    const passed = now - this.last;
    this.last = now;
    this.tick(Math.max(0, passed));
  };
}
