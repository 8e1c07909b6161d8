import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Webhook } from 'standardwebhooks';

// A vendor's program, by the standard's own library: signs the file and pushes it. Prints the status and the answer. Takes the address
// of the route, the file, the names of the headers (webhook or svix), and plain or gzip; the secret is in the environment.

const [address = '', file = '', names = '', packing = ''] = process.argv.slice(2);
const body = readFileSync(file, 'utf8');
const [message, now] = [`msg_${randomUUID()}`, new Date()];
const answer = await fetch(address, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    [`${names}-id`]: message,
    [`${names}-timestamp`]: String(Math.floor(now.getTime() / 1000)),
    [`${names}-signature`]: new Webhook(process.env.WEBHOOK_SECRET!).sign(message, now, body),
    ...(packing === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
  },
  body: packing === 'gzip' ? gzipSync(body) : body,
});
console.log(answer.status, await answer.text());
