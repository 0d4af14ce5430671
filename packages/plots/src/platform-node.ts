import { parseHTML } from 'linkedom';
import type { Platform } from './platform.js';

let made: Document | undefined;

/** A document of linkedom, and PNG by resvg, which is loaded when it is first used. */
export const platform: Platform = {
  document: () => (made ??= parseHTML('<!doctype html><html><body></body></html>').document),
  async toPng(svg, { width, background }) {
    const { Resvg } = await import('@resvg/resvg-js');
    const picture = new Resvg(svg.replaceAll('image-rendering="pixelated"', 'image-rendering="optimizeSpeed"'), {
      background,
      ...(width !== undefined && { fitTo: { mode: 'width', value: width } }),
      font: { sansSerifFamily: 'DejaVu Sans', defaultFontFamily: 'DejaVu Sans' },
    });
    return picture.render().asPng();
  },
};
