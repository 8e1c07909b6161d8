import { Agent, request } from 'node:http';

// A vendor's system keeps its connections open.
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One POST over a kept connection; resolves with the status and the text of the answer. */
export const post = (
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
