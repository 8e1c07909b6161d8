import { Webhook } from 'standardwebhooks';

/** The headers by which a feed signs a body (Standard Webhooks): `id` names the message, `at` the attempt. */
export const signatureHeaders = (
  secret: string,
  id: string,
  at: Date,
  body: string,
): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign(id, at, body),
});
