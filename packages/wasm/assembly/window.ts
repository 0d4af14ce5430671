// The geometry of the call under way, in bytes. Globals keep the argument lists short; the module runs on one thread.
export let height: i32 = 0; // output rows an image
export let width: i32 = 0; // output pixels a row
export let windowColumn: usize = 0; // from one output pixel's window to the next one's
export let windowRow: usize = 0;
export let windowImage: usize = 0;
export let outputColumn: usize = 0;
export let outputRow: usize = 0;
export let outputImage: usize = 0;
export let rows: i32 = 0; // runs of a window: rows x columns of them, `length` floats each
export let rowStep: usize = 0;
export let columns: i32 = 0;
export let columnStep: usize = 0;
export let length: i32 = 0;

/** Sets where the windows of `convolve` and `filterGradient` are, and where their outputs go; steps in floats. */
export function setPixels(
  imageRows: i32,
  imageColumns: i32,
  xColumn: i32,
  xRow: i32,
  xImage: i32,
  yColumn: i32,
  yRow: i32,
  yImage: i32,
): void {
  height = imageRows;
  width = imageColumns;
  windowColumn = (<usize>xColumn) << 2;
  windowRow = (<usize>xRow) << 2;
  windowImage = (<usize>xImage) << 2;
  outputColumn = (<usize>yColumn) << 2;
  outputRow = (<usize>yRow) << 2;
  outputImage = (<usize>yImage) << 2;
}

/** Sets the runs that a window consists of; steps in floats. */
export function setWindow(tapRows: i32, tapRow: i32, tapColumns: i32, tapColumn: i32, run: i32): void {
  rows = tapRows;
  rowStep = (<usize>tapRow) << 2;
  columns = tapColumns;
  columnStep = (<usize>tapColumn) << 2;
  length = run;
}
