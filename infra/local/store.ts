import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A running store: its endpoint for the DynamoDB client, and how to end it. */
export interface LocalStore {
  readonly endpoint: string;
  /** Ends the server and closes the database; what was written stays in the folder. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB of our own on 127.0.0.1, in a thread of this process. With a `folder` the data outlive the process
 * (one process at a time), without one they are in memory. `port` 0 (or none) takes any free port. Rejects when the port
 * is taken; an error of the folder shows at the first request.
 */
export const startStore = async (settings: { folder?: string; port?: number } = {}): Promise<LocalStore> => {
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), {
    workerData: { folder: settings.folder, port: settings.port ?? 0 },
  });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      const ended = once(worker, 'exit');
      worker.postMessage('close');
      await ended;
    },
  };
};
