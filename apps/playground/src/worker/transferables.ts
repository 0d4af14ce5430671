/** The buffers of all typed arrays in a message, which are moved and not copied. */
export function transferables(message: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(message)) found.add(message.buffer as ArrayBuffer);
  else if (typeof message === 'object' && message !== null && !(message instanceof Blob)) {
    for (const value of Object.values(message)) transferables(value, found);
  }
  return [...found];
}
