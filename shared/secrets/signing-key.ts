/** Standard Webhooks: 24 bytes or more. What is less would be guessed. */
const SHORTEST_BYTES = 24;
const PREFIX = 'whsec_';

/**
 * The key of a secret as vendors write it: base64, also with `-` and `_` or without its `=`, with or without `whsec_` before and
 * blanks around. Undefined for what is none: every push would be refused as wrongly signed.
 */
export const signingKeyOf = (secret: string): Buffer | undefined => {
  const trimmed = secret.trim();
  const bare = (trimmed.startsWith(PREFIX) ? trimmed.slice(PREFIX.length) : trimmed)
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/=+$/, '');
  const bytes = Buffer.from(bare, 'base64');
  // What is no base64 has been passed over in the reading.
  const isRead = bytes.toString('base64').replace(/=+$/, '') === bare;
  return isRead && bytes.length >= SHORTEST_BYTES ? bytes : undefined;
};

/** A secret in the one way in which it is handed out; throws for what is none. */
export const asSecret = (secret: string): string => {
  const key = signingKeyOf(secret);
  if (key === undefined) throw new Error('is no signing key');
  return `${PREFIX}${key.toString('base64')}`;
};

/** What is said of a secret that is none. */
export const SIGNING_KEY_FORM = `应为${SHORTEST_BYTES}字节以上的 Base64,前面可加 ${PREFIX}`;
