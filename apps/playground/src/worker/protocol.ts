import type { ImageEvaluation, ImageReport, ShownImage } from '../images/image-report.js';
import type { ImageDataName, ImageSetup } from '../images/image-setup.js';
import type { SavedFormat } from '../images/save-model.js';
import type { PlaneReport } from '../plane/plane-report.js';
import type { PlaneSetup } from '../plane/plane-setup.js';
import type { RaceSetup } from '../race/race-setup.js';
import type { Path } from '../race/path.js';

/** What the page may ask of the worker. */
export type Request =
  | { readonly type: 'plane.prepare'; readonly run: number; readonly setup: PlaneSetup; readonly running: boolean }
  | { readonly type: 'plane.running'; readonly running: boolean }
  | { readonly type: 'plane.epoch' }
  | { readonly type: 'plane.pace'; readonly milliseconds: number }
  | { readonly type: 'race.run'; readonly run: number; readonly setup: RaceSetup }
  | { readonly type: 'images.fetch'; readonly data: ImageDataName; readonly page: string }
  | { readonly type: 'images.files'; readonly data: ImageDataName; readonly files: readonly File[] }
  | { readonly type: 'images.train'; readonly run: number; readonly setup: ImageSetup }
  | { readonly type: 'images.stop' }
  | { readonly type: 'images.predict'; readonly pixels: Float32Array<ArrayBuffer> }
  | { readonly type: 'images.sample' }
  | { readonly type: 'images.save'; readonly format: SavedFormat };

/** What the worker tells the page. */
export type Reply =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly about: Request['type'] | 'start'; readonly message: string }
  | {
      readonly type: 'plane.data';
      readonly run: number;
      readonly classes: number;
      readonly train: ShownPoints;
      readonly test: ShownPoints;
    }
  | { readonly type: 'plane.report'; readonly report: PlaneReport }
  | { readonly type: 'race.path'; readonly run: number; readonly path: Path }
  | { readonly type: 'images.progress'; readonly loaded: number }
  | {
      readonly type: 'images.loaded';
      readonly data: ImageDataName;
      readonly train: number;
      readonly test: number;
      /** A few images to look at: [count, 28, 28]. */
      readonly preview: Uint8Array<ArrayBuffer>;
    }
  | { readonly type: 'images.report'; readonly report: ImageReport }
  | { readonly type: 'images.evaluation'; readonly evaluation: ImageEvaluation }
  | { readonly type: 'images.stopped'; readonly run: number }
  | { readonly type: 'images.probabilities'; readonly probabilities: Float32Array<ArrayBuffer> }
  | { readonly type: 'images.sample'; readonly sample: ShownImage }
  | { readonly type: 'images.file'; readonly format: SavedFormat; readonly bytes: Uint8Array<ArrayBuffer> };

/** Points of the plane with their classes. */
export interface ShownPoints {
  /** x and y in turn. */
  readonly x: Float32Array<ArrayBuffer>;
  readonly y: Int32Array<ArrayBuffer>;
}
