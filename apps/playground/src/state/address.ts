import { readSetup, writeSetup, type Schema } from './schema.js';

export const rooms = ['plane', 'race', 'images'] as const;
export type Room = (typeof rooms)[number];
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** What the part of the address after `#` says: `#race?surface=saddle&lang=zh`. */
export interface Address {
  readonly room: Room;
  readonly language: Language | undefined;
  readonly parameters: URLSearchParams;
}

/** Reads the part of an address after `#`. */
export function readAddress(hash: string): Address {
  const [name = '', query = ''] = hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(query);
  return {
    room: rooms.find((room) => room === name) ?? 'plane',
    language: languages.find((language) => language === parameters.get('lang')),
    parameters,
  };
}

/** The part of an address from `#` on that leads to this room, set-up and language. */
export function writeAddress<S>(room: Room, schema: Schema<S>, setup: S, language: Language | undefined): string {
  const parameters = new URLSearchParams();
  writeSetup(schema, setup, parameters);
  if (language !== undefined) parameters.set('lang', language);
  const query = parameters.toString();
  return query === '' ? `#${room}` : `#${room}?${query}`;
}

/** The set-up of a room that an address says. */
export function setupOf<S>(schema: Schema<S>, address: Address): S {
  return readSetup(schema, address.parameters);
}
