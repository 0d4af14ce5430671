/** Thrown where a package does not have what a case asks for. */
export class NotSupported extends Error {
  override readonly name: string = 'NotSupported';
}
