import { ArnFormat, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings/settings.ts';
import type { Functions } from './functions/functions.ts';

const { GET, POST, PUT } = HttpMethod;

/** What the office and the units use; every call carries a bearer token. */
const OFFICE_ROUTES: readonly { path: string; methods: HttpMethod[] }[] = [
  { path: '/v1/cases', methods: [GET, POST] },
  { path: '/v1/cases/{case}', methods: [GET] },
  { path: '/v1/cases/{case}/log', methods: [GET] },
  { path: '/v1/cases/{case}/texts', methods: [GET] },
  { path: '/v1/cases/{case}/reads', methods: [GET] },
  { path: '/v1/cases/{case}/schedule', methods: [GET] },
  { path: '/v1/cases/{case}/clocks', methods: [GET] },
  { path: '/v1/cases/{case}/commands', methods: [POST] },
  { path: '/v1/items', methods: [GET] },
  { path: '/v1/items/{feed}/{item}', methods: [GET] },
  { path: '/v1/duties', methods: [GET] },
  { path: '/v1/orders', methods: [GET] },
  { path: '/v1/documents', methods: [GET] },
  { path: '/v1/refusals', methods: [GET] },
  { path: '/v1/roster', methods: [GET, PUT] },
  { path: '/v1/regulation', methods: [GET] },
  { path: '/v1/status', methods: [GET] },
];
/** What a feed pushes to; how it shows who it is depends on the deployment. */
export const FEED_ROUTE = { path: '/v1/feeds/{feed}/items', methods: [POST] };
/** What the government's SMS gateway reports to; it shows who it is as the feeds do. */
export const RECEIPTS_ROUTE = { path: '/v1/receipts', methods: [POST] };
/** For monitors, which have no token; it tells whether store, clocks and issuer answer, and of no case. */
const HEALTH_ROUTE = { path: '/v1/health', methods: [GET] };

/** Requests a second, and at once, over all callers; beyond that API Gateway answers 429. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };
/** What comes from outside leaves room for the office, and what reads much for what reads little. */
const THROTTLES: Readonly<Record<string, typeof THROTTLE>> = {
  [FEED_ROUTE.path]: { rateLimit: 20, burstLimit: 40 },
  [RECEIPTS_ROUTE.path]: { rateLimit: 20, burstLimit: 40 },
  [HEALTH_ROUTE.path]: { rateLimit: 2, burstLimit: 5 },
  // Step Functions answers so many questions in all, and the sweep has its own.
  '/v1/cases/{case}/clocks': { rateLimit: 2, burstLimit: 5 },
  '/v1/cases/{case}/log': { rateLimit: 5, burstLimit: 10 },
};

interface AddedRoute {
  method: HttpMethod;
  path: string;
  route: HttpRoute;
}
/** Limits these routes by what THROTTLES says; a stage that names a route is made after it. */
const limitEach = (stage: HttpStage, routes: readonly AddedRoute[]): void => {
  const limited = routes.flatMap(({ method, path, route }) => {
    const limit = THROTTLES[path];
    return limit === undefined ? [] : [{ key: `${method} ${path}`, route, limit }];
  });
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
    limited.map(({ key, limit: { rateLimit, burstLimit } }) => [
      key,
      { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    ]),
  );
  stage.node.addDependency(...limited.map(({ route }) => route));
};

export interface BureauApiProps {
  readonly settings: Settings;
  readonly functions: Functions;
}

/** The HTTP API: the feeds' intake, and the office's desk behind any OIDC issuer. */
export class BureauApi extends Construct {
  readonly http: HttpApi;

  constructor(scope: Construct, id: string, { settings, functions }: BureauApiProps) {
    super(scope, id);
    const { bureau, identity, intake } = settings;
    this.http = new HttpApi(this, 'Http', { apiName: `${bureau}-shixian`, createDefaultStage: false });
    const stage = this.#createStage(bureau);

    const desk = new HttpLambdaIntegration('Desk', functions.get('serve-desk'));
    const items = new HttpLambdaIntegration('Intake', functions.get('intake-items'));
    const office = new HttpJwtAuthorizer('Office', identity.issuer, { jwtAudience: identity.audience });
    // Without an ICP licence a China account answers 403 on every open route: then monitors sign as well.
    const outside: IHttpRouteAuthorizer =
      intake.authorization === 'iam' ? new HttpIamAuthorizer() : new HttpNoneAuthorizer();
    const receipts = functions.find('take-receipts');
    limitEach(stage, [
      ...OFFICE_ROUTES.flatMap((route) => this.#add(route, { integration: desk, authorizer: office })),
      ...this.#add(FEED_ROUTE, { integration: items, authorizer: outside }),
      ...this.#add(HEALTH_ROUTE, { integration: desk, authorizer: outside }),
      ...(receipts === undefined
        ? []
        : this.#add(RECEIPTS_ROUTE, {
            integration: new HttpLambdaIntegration('Receipts', receipts),
            authorizer: outside,
          })),
    ]);
    if (intake.authorization === 'iam') {
      for (const feed of intake.feeds)
        this.#createPolicy(`Feed-${feed}`, {
          name: `${bureau}-feed-${feed}`,
          route: FEED_ROUTE.path.replace('{feed}', feed),
          description: `Push items of the feed ${feed}`,
        });
      if (receipts !== undefined)
        this.#createPolicy('Receipts', {
          name: `${bureau}-sms-receipts`,
          route: RECEIPTS_ROUTE.path,
          description: 'Report what became of texts',
        });
    }
    new CfnOutput(this, 'Url', { key: 'ApiUrl', value: stage.url, description: 'Address of the API' });
  }

  #add(
    { path, methods }: { path: string; methods: HttpMethod[] },
    how: { integration: HttpLambdaIntegration; authorizer: IHttpRouteAuthorizer },
  ): AddedRoute[] {
    const routes = this.http.addRoutes({ path, methods, ...how });
    return methods.map((method, index) => ({ method, path, route: routes[index]! }));
  }

  /** A policy that opens one POST route and nothing else: to be attached to the sender's user or role. */
  #createPolicy(
    id: string,
    { name, route, description }: Record<'name' | 'route' | 'description', string>,
  ): void {
    const resource = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: this.http.apiId,
      resourceName: `$default/POST${route}`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    new ManagedPolicy(this, id, {
      managedPolicyName: name,
      description,
      statements: [new PolicyStatement({ actions: ['execute-api:Invoke'], resources: [resource] })],
    });
  }

  #createStage(bureau: string): HttpStage {
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/http/${bureau}-shixian`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        // No bodies, no tokens: who asked for what, when, and what came of it.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTime',
            sourceIp: '$context.identity.sourceIp',
            caller: '$context.identity.userArn',
            route: '$context.routeKey',
            path: '$context.path',
            status: '$context.status',
            subject: '$context.authorizer.claims.sub',
            error: '$context.error.message',
          }),
        ),
      },
    });
  }
}
