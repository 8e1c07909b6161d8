import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { whyNotOpen } from './why-not-open.ts';

/** A running store: its endpoint for the DynamoDB client, and how to end it. */
export interface LocalStore {
  readonly endpoint: string;
  /** Ends the server and closes the database; what was written stays in the folder. */
  close(): Promise<void>;
}

/** The database is opened by the first request; made here, so that a folder in use is found at once. */
const openDatabase = async (endpoint: string): Promise<void> => {
  await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListTables',
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
    },
    body: '{}',
  });
};

/** Resolves with the port that the worker's server listens on, once its database is open. */
const openStore = async (worker: Worker): Promise<string> => {
  const [port] = (await once(worker, 'message')) as [number];
  const endpoint = `http://127.0.0.1:${port}`;
  await Promise.race([
    openDatabase(endpoint),
    once(worker, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return endpoint;
};

/**
 * Starts a DynamoDB of our own on 127.0.0.1, in a thread of this process. With a `folder` the data outlive the process
 * (one process at a time), without one they are in memory. `port` 0 (or none) takes any free port. Rejects when the port
 * is taken, and in Chinese when the folder is in use or cannot be read.
 */
export const startStore = async (options: { folder?: string; port?: number } = {}): Promise<LocalStore> => {
  const { folder, port = 0 } = options;
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { workerData: { folder, port } });
  const endpoint = await openStore(worker).catch(async (error: unknown) => {
    await worker.terminate();
    const reason = folder === undefined ? undefined : await whyNotOpen(folder);
    throw reason === undefined ? error : new Error(reason, { cause: error });
  });
  return {
    endpoint,
    async close() {
      const ended = once(worker, 'exit');
      worker.postMessage('close');
      await ended;
    },
  };
};
