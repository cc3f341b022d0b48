import { takeServer } from './take-server.js';

/** For `globalSetup` in a vitest config; what it returns is called when the run is over. */
export async function setup(): Promise<() => Promise<void>> {
  const { release } = await takeServer();
  return release;
}
