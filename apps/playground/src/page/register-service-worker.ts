/** Keeps the page for use without a network. Not while it is being worked on, and only where the browser allows it. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./service-worker.js').catch(() => {
    // Without it the page works all the same, as long as there is a network.
  });
}
