import { describeThrown } from '../engine/aws-error.ts';
import type { AwsAnswer, AwsRequest } from './http-answer.ts';

/** One SMS as it was handed to SNS; `at` is in milliseconds since the Unix epoch. */
export interface Sms {
  readonly phoneNumber: string;
  readonly message: string;
  /** Message attributes by name, as text. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageId: string;
  readonly at: number;
}

/**
 * Takes an SMS. May throw to play a gateway that fails: the error's name becomes the SNS error code, its
 * `statusCode` the HTTP status (500 unless told; the SDK tries again from 500 on).
 */
export type OnSms = (sms: Sms) => void | Promise<void>;

interface SnsOptions {
  readonly onSms: OnSms;
  readonly now: () => number;
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
};
const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (character) => XML_ESCAPES[character]!);

/** The protocol's own XML namespace, the same in every partition. */
const NAMESPACE = `http://sns.${['amazonaws', 'com'].join('.')}/doc/2010-03-31/`;

const answerXml = (status: number, body: string): AwsAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

const answerError = (status: number, code: string, message: string): AwsAnswer => {
  const error = `<Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${escapeXml(code)}</Code>`;
  return answerXml(
    status,
    `<ErrorResponse xmlns="${NAMESPACE}"><Error>${error}<Message>${escapeXml(message)}</Message></Error></ErrorResponse>`,
  );
};

const readAttributes = (form: URLSearchParams): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const [key, name] of form) {
    const entry = /^(MessageAttributes\.entry\.\d+)\.Name$/.exec(key)?.[1];
    if (entry)
      attributes[name] =
        form.get(`${entry}.Value.StringValue`) ?? form.get(`${entry}.Value.BinaryValue`) ?? '';
  }
  return attributes;
};

// SNS's codes are its exceptions' names without "Exception"; anything else that is thrown is the gateway's own fault.
const toCode = (name: string): string =>
  name === 'Error' ? 'InternalError' : name.replace(/Exception$/, '');

const publish = async (form: URLSearchParams, { onSms, now }: SnsOptions): Promise<AwsAnswer> => {
  const phoneNumber = form.get('PhoneNumber');
  const message = form.get('Message');
  if (!phoneNumber) return answerError(400, 'InvalidParameter', 'Only PhoneNumber is available locally');
  if (!message) return answerError(400, 'InvalidParameter', 'Invalid parameter: Empty message');
  const messageId = crypto.randomUUID();
  try {
    await onSms({ phoneNumber, message, attributes: readAttributes(form), messageId, at: now() });
  } catch (thrown) {
    const { name, message: reason } = describeThrown(thrown);
    return answerError((thrown as { statusCode?: number })?.statusCode ?? 500, toCode(name), reason);
  }
  const result = `<PublishResult><MessageId>${messageId}</MessageId></PublishResult>`;
  return answerXml(200, `<PublishResponse xmlns="${NAMESPACE}">${result}</PublishResponse>`);
};

/** Answers an SNS request (AWS Query); undefined when the request is not one. */
export const answerSns = async (request: AwsRequest, options: SnsOptions): Promise<AwsAnswer | undefined> => {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (!isForm) return undefined;
  const form = new URLSearchParams(request.body);
  const action = form.get('Action');
  if (action === 'Publish') return publish(form, options);
  return answerError(400, 'InvalidAction', `${action} is not available locally`);
};
