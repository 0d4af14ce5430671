type Library = typeof import('h5wasm');
type Files = {
  writeFile(path: string, bytes: Uint8Array): void;
  readFile(path: string): Uint8Array;
  unlink(path: string): void;
};

/** The HDF5 library, and the files that it sees: they are in memory. */
export interface Hdf5Library {
  readonly hdf5: Library;
  readonly files: Files;
}

let loaded: Promise<Hdf5Library> | undefined;
let count = 0;

/** Loads the library, which takes a third of a second, at its first use. */
export function loadHdf5(): Promise<Hdf5Library> {
  loaded ??= import('h5wasm').then(async (hdf5) => {
    const library = (await hdf5.ready) as unknown as {
      FS: Files;
      deactivate_file_locking?: () => number;
      activate_throwing_error_handler(): number;
    };
    library.deactivate_file_locking?.();
    // Otherwise it tells the console of what it meets in damaged files, and goes on.
    library.activate_throwing_error_handler();
    return { hdf5, files: library.FS };
  });
  return loaded;
}

/** A name for a file in memory that no other has. */
export const temporaryName = (): string => `/sixstep-${count++}.h5`;
