import { buildFrame } from './page/frame.js';
import { hush } from './page/message.js';
import type { RoomView } from './page/room-view.js';
import { registerServiceWorker } from './page/register-service-worker.js';
import { planeRoom } from './plane/plane-room.js';
import { readAddress, rooms, type Language, type Room } from './state/address.js';
import { chosenLanguage, currentLanguage, speak } from './texts/language.js';

const made = new Map<Room, RoomView>();
let current: Room = 'plane';

/** Writes the set-up of the room that is seen into the address, without a new entry in the history. */
function writeState(): void {
  const view = made.get(current);
  if (view === undefined) return;
  const address = view.address();
  frame.link(current, address);
  if (location.hash !== address) history.replaceState(null, '', address);
}

const makers: Readonly<Record<Room, () => Promise<RoomView>>> = {
  plane: () => Promise.resolve(planeRoom(writeState)),
  race: async () => (await import('./race/race-room.js')).raceRoom(writeState),
  images: async () => (await import('./images/image-room.js')).imageRoom(writeState),
};

const frame = buildFrame((language) => {
  say(language);
  writeState();
});

function say(language: Language | undefined): void {
  speak(language);
  frame.showLanguage(currentLanguage());
}

/** Goes where the address says. */
async function open(): Promise<void> {
  const { room, language, parameters } = readAddress(location.hash);
  if (language !== undefined && language !== chosenLanguage()) say(language);
  const before = current;
  current = room;
  let view = made.get(room);
  const isNew = view === undefined;
  if (view === undefined) {
    view = await makers[room]();
    made.set(room, view);
  }
  if (current !== room) return;
  if (before !== room) {
    hush();
    made.get(before)?.show(false);
  }
  frame.enter(room, view.root);
  if (isNew || location.hash !== view.address()) view.open(parameters);
  view.show(true);
  writeState();
}

say(readAddress(location.hash).language);
for (const room of rooms) frame.link(room, `#${room}`);
addEventListener('hashchange', () => void open());
await open();
registerServiceWorker();
document.documentElement.dataset['interactive'] = String(Math.round(performance.now()));
