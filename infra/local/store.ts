import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';

/** A running store: its endpoint for the DynamoDB client, and how to end it. */
export interface LocalStore {
  readonly endpoint: string;
  /** Ends the server and closes the database; what was written stays in the folder. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB of our own on 127.0.0.1. With a `folder` the data outlive the process (one process at a time),
 * without one they are in memory. `port` 0 (or none) takes any free port. Rejects when the port is taken; an error
 * of the folder shows at the first request.
 */
export const startStore = async (settings: { folder?: string; port?: number } = {}): Promise<LocalStore> => {
  const server = dynalite({ path: settings.folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  server.listen(settings.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
      // Clients keep their connections open; the server would wait for them.
      server.closeAllConnections();
      await closed;
    },
  };
};
