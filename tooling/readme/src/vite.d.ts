// What examples for Vite import.
declare module '*?url' {
  const url: string;
  export default url;
}
declare module '*?worker' {
  const worker: new () => Worker;
  export default worker;
}
