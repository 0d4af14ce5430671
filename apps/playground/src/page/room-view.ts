/** A room of the page. */
export interface RoomView {
  readonly root: HTMLElement;
  /** Takes over the set-up of an address that was opened. */
  open(parameters: URLSearchParams): void;
  /** The address' part after `#` for the set-up of now. */
  address(): string;
  /** The room is seen, or no longer. */
  show(visible: boolean): void;
}
