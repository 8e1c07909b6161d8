import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';

// The thread of old-store.ts: LevelDB and its HTTP server, so that the store works while the handlers do.
const server = dynalite({ path: String(workerData), createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort!.on('message', () => process.exit(0));
parentPort!.postMessage((server.address() as AddressInfo).port);
