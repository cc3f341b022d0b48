import type { ClientBase, Notification } from 'pg';

/**
 * Listens on a connection until it is stopped or lost.
 *
 * @returns a function that stops it and says whether the connection was still there.
 */
export async function listenOn(
  client: ClientBase,
  channel: string,
  onNotification: () => void,
  onEnd: () => void,
): Promise<() => Promise<boolean>> {
  let listening = true;
  const heard = (message: Notification) => {
    if (message.channel === channel) onNotification();
  };
  const quit = () => {
    listening = false;
    client.off('notification', heard);
    client.off('error', lost);
    client.off('end', lost);
  };
  const lost = () => {
    quit();
    onEnd();
  };
  client.on('notification', heard);
  client.on('error', lost);
  client.on('end', lost);
  try {
    await client.query(`listen ${channel}`);
  } catch (error) {
    quit();
    throw error;
  }
  return async () => {
    if (!listening) return false;
    quit();
    // A pooled connection must not go on collecting notifications for the next one who takes it.
    await client.query(`unlisten ${channel}`).catch(() => {});
    return true;
  };
}
