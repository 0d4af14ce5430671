const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `text` without what XML 1.0 forbids: control characters. */
export function printable(text: string): string {
  return text.replace(forbidden, '');
}

/** Text as XML writes it. */
export function escape(text: string): string {
  return printable(text).replace(/[&<>"]/g, (c) => entities[c]!);
}
