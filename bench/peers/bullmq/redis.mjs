import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
};

/** A Redis of our own on a folder, on the loopback alone. `fsync`: `always` brings each write to the disk before it answers. */
export const startRedis = async (folder, fsync) => {
  const port = await freePort();
  const options = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', appendfsync: fsync, save: '' };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', given, { stdio: ['ignore', 'ignore', 'inherit'] });
  const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
  const redis = new Redis(connection);
  redis.on('error', () => undefined);
  while (redis.status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    pid: child.pid,
    connection,
    redis,
    kill: async (signal) => {
      const ended = once(child, 'exit');
      redis.disconnect();
      child.kill(signal);
      await ended;
    },
  };
};
