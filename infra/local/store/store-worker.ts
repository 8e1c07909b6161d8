import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';

// The thread of store.ts: LevelDB and its HTTP server, so that the store works while the handlers do.
const { folder, port } = workerData as { folder?: string; port: number };
const server = dynalite({ path: folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
server.listen(port, '127.0.0.1');
await once(server, 'listening');
parentPort!.on('message', () => {
  // Clients keep their connections open; the server would wait for them.
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
parentPort!.postMessage((server.address() as AddressInfo).port);
