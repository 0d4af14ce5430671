/** Holds up whoever waits while it is shut. */
export class Gate {
  private waiting: (() => void)[] = [];
  private passes = 0;
  private isOpen = false;

  open(): void {
    this.isOpen = true;
    for (const pass of this.waiting.splice(0)) pass();
  }

  shut(): void {
    this.isOpen = false;
    this.passes = 0;
  }

  /** Lets one pass, now or later. */
  letOne(): void {
    const pass = this.waiting.shift();
    if (pass === undefined) this.passes++;
    else pass();
  }

  /** Resolves at once if the gate is open or one may pass. */
  wait(): Promise<void> | undefined {
    if (this.isOpen) return undefined;
    if (this.passes > 0) {
      this.passes--;
      return undefined;
    }
    return new Promise((pass) => this.waiting.push(pass));
  }
}
