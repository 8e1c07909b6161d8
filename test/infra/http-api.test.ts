import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { createServeDesk } from '../../functions/serve-desk/handler.ts';
import { type HttpFunction, partsOf, routeKeys, routeOf } from '../../shared/contracts/api/routes.ts';
import { DEFAULT_CLAIMS } from '../../shared/contracts/environment.ts';
import { mappingsFor } from '../../shared/intake/mappings.ts';
import { createOffice } from '../support/office.ts';
import { DEPLOYMENTS, synthesize } from './templates.ts';

const china = synthesize(DEPLOYMENTS['aws-cn, IAM, bridge']);
const commercial = synthesize(DEPLOYMENTS['aws, signature, direct']);
const template = china;

describe('the HTTP API', () => {
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(
    ({ Properties }) => Properties,
  );

  it('asks for a token on every route of the office', () => {
    const others = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    expect(others.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      'GET /',
      'GET /desk/{proxy+}',
      'GET /docs',
      'GET /docs/{file}',
      'GET /v1/health',
      'GET /v1/openapi.json',
      'HEAD /',
      'HEAD /desk/{proxy+}',
      'HEAD /docs',
      'HEAD /docs/{file}',
      'HEAD /v1/openapi.json',
      'POST /v1/feeds/{feed}/items',
      'POST /v1/feeds/{feed}/items/{proxy+}',
      'POST /v1/receipts',
      'POST /v1/receipts/{proxy+}',
    ]);
  });

  it('asks feeds and monitors for SigV4 where the account has no licence, and else leaves them to the function', () => {
    const kindsOf = (each: typeof china) =>
      Object.values(each.findResources('AWS::ApiGatewayV2::Route'))
        .map(({ Properties }) => Properties.AuthorizationType)
        .filter((kind) => kind !== 'JWT');
    expect(kindsOf(china)).toEqual(Array(15).fill('AWS_IAM'));
    expect(kindsOf(commercial)).toEqual(Array(13).fill('NONE'));
  });

  it('has a policy for each feed that opens its own route and nothing else', () => {
    china.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      ManagedPolicyName: 'leizhou-feed-demo',
      PolicyDocument: {
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: Match.anyValue() }],
      },
    });
    const resources = Object.values(china.findResources('AWS::IAM::ManagedPolicy')).map(({ Properties }) =>
      JSON.stringify(Properties.PolicyDocument.Statement[0].Resource),
    );
    expect(resources).toHaveLength(2);
    expect(resources[0]).toContain('/$default/POST/v1/feeds/demo/items');
    expect(resources[1]).toContain('/$default/POST/v1/receipts');
  });

  it('logs each request and limits their rate', () => {
    china.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      AccessLogSettings: { Format: Match.stringLikeRegexp('requestTime') },
      DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 },
    });
  });

  it('leaves room for the office when feeds, monitors or whoever reads logs ask too much', () => {
    for (const [each, receipts] of [
      [china, true],
      [commercial, false],
    ] as const) {
      const [stage] = Object.values(each.findResources('AWS::ApiGatewayV2::Stage'));
      const limit = (rate: number, burst: number) => ({
        ThrottlingRateLimit: rate,
        ThrottlingBurstLimit: burst,
      });
      expect(stage?.Properties.RouteSettings).toEqual({
        'POST /v1/feeds/{feed}/items': limit(20, 40),
        'POST /v1/feeds/{feed}/items/{proxy+}': limit(20, 40),
        ...(receipts
          ? { 'POST /v1/receipts': limit(20, 40), 'POST /v1/receipts/{proxy+}': limit(20, 40) }
          : {}),
        'GET /v1/health': limit(2, 5),
        'GET /v1/cases/{case}/clocks': limit(2, 5),
        'GET /v1/openapi.json': limit(2, 5),
        'HEAD /v1/openapi.json': limit(2, 5),
        'GET /docs': limit(5, 10),
        'HEAD /docs': limit(5, 10),
        'GET /docs/{file}': limit(10, 20),
        'HEAD /docs/{file}': limit(10, 20),
        'GET /': limit(10, 30),
        'HEAD /': limit(10, 30),
        'GET /desk/{proxy+}': limit(30, 60),
        'HEAD /desk/{proxy+}': limit(30, 60),
        'GET /v1/cases/{case}/log': limit(5, 10),
      });
      // A stage that names a route which is not there yet is refused.
      const keys = Object.entries(each.findResources('AWS::ApiGatewayV2::Route'))
        .filter(([id]) => (stage!.DependsOn as string[]).includes(id))
        .map(([, { Properties }]) => Properties.RouteKey);
      expect(keys).toEqual(expect.arrayContaining(Object.keys(stage!.Properties.RouteSettings)));
    }
  });

  const keysOf = (served: HttpFunction): string[] =>
    routeKeys
      .filter((key) => routeOf(key).served === served)
      .flatMap((key) => {
        const { method, path } = partsOf(key);
        return routeOf(key).file === undefined ? [key] : [`${method} ${path}`, `HEAD ${path}`];
      })
      .sort();
  /** What takes the slash at the end of an address to which others send. */
  const isSlashed = (key: string): boolean => /^POST .+\/\{proxy\+\}$/.test(key);
  const functionOf = (template: typeof china, target: string): string => {
    const integration = template.findResources('AWS::ApiGatewayV2::Integration')[target.split('/').at(-1)!];
    return JSON.stringify(integration?.Properties.IntegrationUri);
  };

  it('has exactly the routes of the catalogue, each at the function that serves it', () => {
    const byFunction: Readonly<Record<HttpFunction, string>> = {
      'serve-desk': 'servedesk',
      'intake-items': 'intakeitems',
      'take-receipts': 'takereceipts',
      'serve-files': 'servefiles',
    };
    for (const [served, id] of Object.entries(byFunction) as [HttpFunction, string][]) {
      const own = Object.values(china.findResources('AWS::ApiGatewayV2::Route'))
        .filter(({ Properties }) => functionOf(china, Properties.Target['Fn::Join'][1][1].Ref).includes(id))
        .map(({ Properties }) => Properties.RouteKey);
      expect(own.filter((key) => !isSlashed(key)).sort(), served).toEqual(keysOf(served));
    }
    const slashed = routes.filter(({ RouteKey }) => isSlashed(RouteKey));
    expect(routes).toHaveLength(
      routeKeys.length + routeKeys.filter((key) => routeOf(key).file).length + slashed.length,
    );
  });

  it('takes what others send with a slash at the end of the address as without: at the same function, by the same door', () => {
    for (const each of [china, commercial]) {
      const all = Object.values(each.findResources('AWS::ApiGatewayV2::Route')).map(
        ({ Properties }) => Properties,
      );
      const slashed = all.filter(({ RouteKey }) => isSlashed(RouteKey));
      expect(slashed.length).toBeGreaterThan(0);
      for (const { RouteKey, AuthorizationType, Target } of slashed) {
        const plain = all.find((other) => other.RouteKey === RouteKey.replace('/{proxy+}', ''))!;
        expect(AuthorizationType).toBe(plain.AuthorizationType);
        expect(functionOf(each, Target['Fn::Join'][1][1].Ref)).toBe(
          functionOf(each, plain.Target['Fn::Join'][1][1].Ref),
        );
      }
      // No path of API Gateway may end with a slash.
      expect(all.filter(({ RouteKey }) => /.\/$/.test(RouteKey) && !/ \/$/.test(RouteKey))).toEqual([]);
    }
  });

  it('has exactly the routes that the functions serve', async () => {
    const { system } = await createOffice();
    const served = createServeDesk({
      ...system,
      claims: DEFAULT_CLAIMS,
      rosterOnly: true,
      mappingOf: mappingsFor({}),
    }).map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(keysOf('serve-desk'));
    expect(keysOf('intake-items')).toEqual(['POST /v1/feeds/{feed}/items']);
    expect(keysOf('take-receipts')).toEqual(['POST /v1/receipts']);
  });

  it('lets in by token wherever the catalogue says so, and nowhere else', () => {
    const byToken = routes
      .filter(({ AuthorizationType }) => AuthorizationType === 'JWT')
      .map(({ RouteKey }) => RouteKey);
    expect(byToken.sort()).toEqual(routeKeys.filter((key) => routeOf(key).door === 'token').sort());
  });

  it('has the desk ask the same issuer whether it answers', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'leizhou-serve-desk',
      Environment: { Variables: Match.objectLike({ ISSUER: 'https://issuer.example.invalid/' }) },
    });
  });

  it('takes tokens of the issuer that the settings name', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'https://issuer.example.invalid/', Audience: ['shixian-leizhou'] },
    });
  });
});
