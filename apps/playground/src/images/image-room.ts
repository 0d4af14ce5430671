export function imageRoom(_onChange: () => void): import('../page/room-view.js').RoomView {
  throw new Error('x');
}
