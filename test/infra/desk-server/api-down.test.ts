import { describe, expect, it } from 'vitest';
import { createSignIn } from '../../../infra/desk-server/sign-in.ts';
import { down, up } from './office.ts';
import { BEARER, serverBefore } from './server-before.ts';

describe('an API that does not answer', () => {
  const errorOf = async (answer: Response): Promise<unknown[]> => {
    const { code, message, requestId } = (await answer.json()) as Record<string, string>;
    expect(requestId).toMatch(/^[\da-f-]{36}$/);
    // Nobody counts down by this machine's time.
    expect(answer.headers.get('date')).toBeNull();
    expect(answer.headers.get('content-type')).toContain('application/json');
    return [answer.status, code, message];
  };
  const LOST = [502, 'API_UNREACHABLE', '与系统的连接中断,请稍后重试;如持续如此,请告知系统运维'];

  it('is told as such, once in the log, and again when it is back', async () => {
    const lost: (string | undefined)[] = [];
    const told = await serverBefore((_, response) => response.end('{}'), {
      onConnection: (reason: string | undefined) => lost.push(reason),
    });
    const ask = (): Promise<Response> => fetch(`${told.address}/v1/cases`, { headers: BEARER });
    expect((await ask()).status).toBe(200);
    const { port } = told.api.address() as { port: number };
    down(told.api);
    expect(await errorOf(await ask())).toEqual(LOST);
    await up(told.api, port);
    expect((await ask()).status).toBe(200);
    expect(lost).toEqual([undefined, expect.stringMatching(/^ECONN/), undefined]);
    told.close();
  });

  it('is not waited for longer than it may take, whether its answer does not begin or does not end', async () => {
    const silent = await serverBefore(() => undefined, { answerMilliseconds: 50 });
    const late = await errorOf(await fetch(`${silent.address}/v1/cases`, { headers: BEARER }));
    expect(late).toEqual([
      504,
      'API_SLOW',
      '与系统的连接太慢,没有等到答复;所提交的可能已经办理,请重试或刷新核对',
    ]);
    silent.close();
    const half = await serverBefore(
      (_, response) => void response.writeHead(200, { 'content-length': 9 }).write('{'),
      {
        answerMilliseconds: 50,
      },
    );
    const answer = await fetch(`${half.address}/v1/cases`, { headers: BEARER });
    await expect(answer.text()).rejects.toThrow();
    half.close();
  });

  it.each([301, 302, 307])(
    'is not taken for one that sends elsewhere (%s): no token goes there',
    async (status) => {
      const told = await serverBefore((_, response) =>
        response.writeHead(status, { location: 'https://evil.example/' }).end(),
      );
      expect(await errorOf(await fetch(`${told.address}/v1/cases`, { headers: BEARER }))).toEqual(LOST);
      expect(told.asked).toHaveLength(1);
      told.close();
    },
  );

  it('that breaks off is told as such', async () => {
    const told = await serverBefore((given) => given.socket.destroy());
    expect(await errorOf(await fetch(`${told.address}/v1/cases`, { headers: BEARER }))).toEqual(LOST);
    told.close();
  });

  it('leaves the login where the issuer does not answer either', async () => {
    const lonely = createSignIn({
      ...{ issuer: 'http://127.0.0.1:1/oidc', clientId: 'x', scopes: [], secret: undefined },
      ...{ back: 'http://127.0.0.1/b', home: 'http://127.0.0.1/h' },
    });
    const told = await serverBefore((_, response) => response.end(), { signIn: lonely });
    expect(await errorOf(await fetch(`${told.address}/desk/session/login`))).toEqual([
      503,
      'ISSUER_UNREACHABLE',
      '统一身份认证暂时无法访问,请稍后重试登录',
    ]);
    told.close();
  });
});
