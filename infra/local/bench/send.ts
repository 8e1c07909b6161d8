import { Agent, request } from 'node:http';

// A vendor's system keeps its connections open.
const kept = new Agent({ keepAlive: true, maxSockets: 32 });
/** Connections that wait for no other. */
export const freeConnections = (): Agent => new Agent({ keepAlive: true });

interface Answer {
  status: number;
  text: string;
}

/** One request over a kept connection; resolves with the status and the text of the answer. Without a body it is a GET. */
export const send = (
  url: string,
  headers: Record<string, string>,
  body?: string | Uint8Array,
  agent = kept,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(url, { method, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server was just closing what had been idle: it has seen nothing of this.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, headers, body, agent));
      else reject(error);
    });
    sent.end(body);
  });
