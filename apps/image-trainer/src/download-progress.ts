import type { LoadOptions, Progress } from '@sixstep/datasets';

/** Milliseconds between two drawings of the line. */
const REDRAW = 100;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Tells of a download while it lasts. */
export interface DownloadProgress extends Required<Pick<LoadOptions, 'onProgress'>> {
  /** To be called when all is there, or nothing more will come. */
  end(): void;
}

/** On a terminal one line that says how much of all files is there; elsewhere a line for each file that begins. */
export function downloadProgress(write: (text: string) => void, interactive: boolean): DownloadProgress {
  const files = new Map<string, Progress>();
  let drawn = -Infinity;
  const draw = (): void => {
    let loaded = 0;
    let total = 0;
    for (const file of files.values()) {
      loaded += file.loaded;
      total += file.total ?? file.loaded;
    }
    write(`\r\x1b[KDownloading: ${megabytes(loaded)} of ${megabytes(total)} MB`);
  };
  return {
    onProgress(progress) {
      const isNew = files.get(progress.file)?.url !== progress.url;
      files.set(progress.file, progress);
      if (!interactive) {
        if (isNew) write(`Downloading ${progress.url}\n`);
      } else if (performance.now() - drawn >= REDRAW) {
        drawn = performance.now();
        draw();
      }
    },
    end() {
      if (!interactive || files.size === 0) return;
      draw();
      write('\n');
    },
  };
}
