/** What Vite makes of an import that ends in `?url`: the address of the file. */
declare module '*?url' {
  const address: string;
  export { address as default };
}

interface ImportMeta {
  /** What Vite knows of the build. */
  readonly env: { readonly PROD: boolean };
}
