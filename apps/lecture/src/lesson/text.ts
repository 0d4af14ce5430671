import type { Language } from '@sixstep/plots';

/** The same in every language; `code` stands between backquotes. */
export type Text = Readonly<Record<Language, string>>;
