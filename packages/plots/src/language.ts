import { expectOneOf } from '@sixstep/parts';

/** English or Chinese. */
export type Language = 'en' | 'zh';

/** Returns `language`, or English if none was given. */
export function expectLanguage(place: string, language: Language | undefined): Language {
  return language === undefined ? 'en' : expectOneOf(place, 'language', language, ['en', 'zh']);
}
