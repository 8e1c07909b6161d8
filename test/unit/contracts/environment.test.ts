import { describe, expect, it } from 'vitest';
import {
  BridgeEnvironment,
  DEFAULT_CLAIMS,
  DeskEnvironment,
  Environment,
  IntakeEnvironment,
  inOrder,
  readEnvironment,
} from '../../../shared/contracts/environment.ts';

const right = {
  TABLE_NAME: 'leizhou-cases',
  LOG_TABLE_NAME: 'leizhou-log',
  REGULATION_ID: 'leizhou',
  MACHINE_ARNS: '{"red":"arn:aws:states:eu-west-1:1:stateMachine:leizhou-red"}',
  NOTIFY_FUNCTION: 'leizhou-notify-people',
};
type Schema = Parameters<typeof readEnvironment>[0];
const faultOf = (more: Record<string, string | undefined>, schema: Schema = Environment): string => {
  try {
    readEnvironment(schema, { ...right, ...more });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the environment of a function', () => {
  it('is read with its defaults', () => {
    expect(readEnvironment(Environment, right)).toEqual({
      ...right,
      REGULATION_SETTINGS: {},
      MACHINE_ARNS: { red: 'arn:aws:states:eu-west-1:1:stateMachine:leizhou-red' },
    });
  });

  it('may tell several machines by one ARN', () => {
    const MACHINE_ARNS =
      '{"red blue":"arn:aws:states:eu-west-1:1:stateMachine:leizhou-*","own":"arn:aws:states:eu-west-1:1:stateMachine:x"}';
    expect(readEnvironment(Environment, { ...right, MACHINE_ARNS }).MACHINE_ARNS).toEqual({
      red: 'arn:aws:states:eu-west-1:1:stateMachine:leizhou-red',
      blue: 'arn:aws:states:eu-west-1:1:stateMachine:leizhou-blue',
      own: 'arn:aws:states:eu-west-1:1:stateMachine:x',
    });
  });

  it('of the desk takes the usual claims of a token unless it is told others', () => {
    expect(readEnvironment(DeskEnvironment, right).CLAIMS).toEqual(DEFAULT_CLAIMS);
    const CLAIMS = '{"person":"uid","role":"realm_access.roles"}';
    expect(readEnvironment(DeskEnvironment, { ...right, CLAIMS }).CLAIMS).toEqual({
      ...DEFAULT_CLAIMS,
      person: 'uid',
      role: 'realm_access.roles',
    });
    for (const [wrong, named] of [
      ['{"person":""}', 'CLAIMS.person'],
      ['{"persons":"sub"}', 'CLAIMS'],
      ['sub', 'CLAIMS'],
    ])
      expect(faultOf({ CLAIMS: wrong }, DeskEnvironment)).toContain(`Environment: ${named} `);
  });

  it('of the desk knows the issuer by https alone', () => {
    const ISSUER = 'https://issuer.example.invalid/';
    expect(readEnvironment(DeskEnvironment, { ...right, ISSUER }).ISSUER).toBe(ISSUER);
    for (const wrong of ['http://issuer.example.invalid/', 'issuer'])
      expect(faultOf({ ISSUER: wrong }, DeskEnvironment)).toContain('Environment: ISSUER ');
  });

  it('names a variable that is missing, and every one that is wrong', () => {
    expect(faultOf({ TABLE_NAME: undefined })).toMatch(/^Environment: TABLE_NAME /);
    const both = faultOf({ TABLE_NAME: 'x', SMS_TOPIC_ARN: 'topic' });
    expect(both).toMatch(/TABLE_NAME .+; SMS_TOPIC_ARN /);
  });

  it('names the key inside a variable of JSON, not only the variable', () => {
    expect(faultOf({ MACHINE_ARNS: '{"red":1}' })).toMatch(/^Environment: MACHINE_ARNS\.red /);
    expect(faultOf({ REGULATION_SETTINGS: '{"period":{"a":1}}' })).toMatch(/REGULATION_SETTINGS\.period /);
  });

  it('names both of two wrong keys', () => {
    const fault = faultOf({ MACHINE_ARNS: '{"red":1,"blue":"arn","orange":null}' });
    expect(fault).toMatch(/MACHINE_ARNS\.red .+; MACHINE_ARNS\.orange /);
    expect(fault).not.toContain('blue');
  });

  it('names a key that a nested object lacks, and one that it does not know', () => {
    const gateway = (fields: object) => faultOf({ GATEWAY: JSON.stringify(fields) }, BridgeEnvironment);
    expect(gateway({ url: 'https://sms.example', templates: 'A' })).toMatch(/GATEWAY\.secret /);
    expect(gateway({ url: 'http://sms.example', secret: 'a', templates: 'A,,B' })).toMatch(
      /GATEWAY\.url .+; GATEWAY\.templates /,
    );
    const intake = JSON.stringify({ authorization: 'iam', feeds: ['a', 2] });
    expect(faultOf({ INTAKE: intake }, IntakeEnvironment)).toMatch(/INTAKE\.feeds\.1 /);
  });

  it('reads the templates of a gateway back in the order that they were written in', () => {
    const templates = {
      SX02: 'B',
      SX10: 'J',
      SX01: 'A',
      ...Object.fromEntries([3, 4, 5, 6, 7, 8, 9].map((each) => [`SX0${each}`, `${each}`])),
    };
    const text = inOrder(templates);
    expect(text).toBe('A,B,3,4,5,6,7,8,9,J');
    const gateway = { url: 'https://sms.example', secret: 'a', templates: text };
    const read = readEnvironment(BridgeEnvironment, { ...right, GATEWAY: JSON.stringify(gateway) });
    expect(read.GATEWAY.templates).toEqual(templates);
  });

  it.each(['', '{', '{"red":"arn"', "{'red':'arn'}", 'undefined'])(
    'says of %j that it is not JSON',
    (text) => {
      expect(faultOf({ MACHINE_ARNS: text })).toBe('Environment: MACHINE_ARNS is not JSON');
    },
  );

  it('says of JSON that is no object what it should be', () => {
    expect(faultOf({ MACHINE_ARNS: '[]' })).toMatch(/^Environment: MACHINE_ARNS (?!is not JSON)/);
  });
});
