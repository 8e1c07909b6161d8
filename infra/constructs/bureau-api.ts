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
import {
  type ApiRoute,
  type HttpFunction,
  mayEndWithSlash,
  type PathOf,
  partsOf,
  type RouteKey,
  routeKeys,
  routeOf,
  withSlash,
} from '../../shared/contracts/api/routes.ts';
import type { Settings } from '../settings/settings.ts';
import type { Functions } from './functions/functions.ts';

type OfDoor = Pick<ApiRoute, 'door' | 'served'>;
interface PathRoutes extends OfDoor {
  path: string;
  methods: HttpMethod[];
}
/** The paths of the catalogue; what serves a file answers HEAD as well, and what others send to may have a slash at its end. */
const PATHS: readonly PathRoutes[] = [
  ...Map.groupBy(routeKeys, (key) => partsOf(key).path).entries(),
].flatMap(([path, keys]) => {
  const { door, served, file } = routeOf(keys[0]!);
  const methods = keys.map((key) => HttpMethod[partsOf(key).method as keyof typeof HttpMethod]);
  const route = { path, door, served, methods: file === undefined ? methods : [...methods, HttpMethod.HEAD] };
  return mayEndWithSlash(route) ? [route, { ...route, path: withSlash(path) }] : [route];
});
/** What a feed pushes to; how it shows who it is depends on the deployment. */
const FEED_PATH = '/v1/feeds/{feed}/items' satisfies PathOf<RouteKey>;
/** What the government's SMS gateway reports to; it shows who it is as the feeds do. */
const RECEIPTS_PATH = '/v1/receipts' satisfies PathOf<RouteKey>;

/** Requests a second, and at once, over all callers; beyond that API Gateway answers 429. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };
/** What comes from outside leaves room for the office, and what reads much for what reads little. */
const THROTTLES: Readonly<Record<string, typeof THROTTLE>> = {
  [FEED_PATH]: { rateLimit: 20, burstLimit: 40 },
  [withSlash(FEED_PATH)]: { rateLimit: 20, burstLimit: 40 },
  [RECEIPTS_PATH]: { rateLimit: 20, burstLimit: 40 },
  [withSlash(RECEIPTS_PATH)]: { rateLimit: 20, burstLimit: 40 },
  '/v1/health': { rateLimit: 2, burstLimit: 5 },
  // Files that anybody may ask for: a page asks for three.
  '/v1/openapi.json': { rateLimit: 2, burstLimit: 5 },
  '/docs': { rateLimit: 5, burstLimit: 10 },
  '/docs/{file}': { rateLimit: 10, burstLimit: 20 },
  // A desk that is opened asks for some ten; a whole office opens it in the morning.
  '/': { rateLimit: 10, burstLimit: 30 },
  '/desk/{proxy+}': { rateLimit: 30, burstLimit: 60 },
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

/** What the constructs of the integrations are called. */
const INTEGRATIONS: Readonly<Record<HttpFunction, string>> = {
  'serve-desk': 'Desk',
  'intake-items': 'Intake',
  'take-receipts': 'Receipts',
  'serve-files': 'Files',
};
/** Function → the way to it; of one that this deployment has not there is none. */
const integrationsOf = (functions: Functions): Map<HttpFunction, HttpLambdaIntegration> =>
  new Map(
    (Object.entries(INTEGRATIONS) as [HttpFunction, string][]).flatMap(([name, id]) => {
      const found = functions.find(name);
      return found === undefined ? [] : [[name, new HttpLambdaIntegration(id, found)] as const];
    }),
  );

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

    const office = new HttpJwtAuthorizer('Office', identity.issuer, { jwtAudience: identity.audience });
    // Without an ICP licence a China account answers 403 on every open route: then monitors sign as well.
    const outside: IHttpRouteAuthorizer =
      intake.authorization === 'iam' ? new HttpIamAuthorizer() : new HttpNoneAuthorizer();
    const integrations = integrationsOf(functions);
    limitEach(
      stage,
      PATHS.flatMap((route) => {
        const integration = integrations.get(route.served);
        // No gateway, no receipts.
        if (integration === undefined) return [];
        return this.#add(route, { integration, authorizer: route.door === 'token' ? office : outside });
      }),
    );
    if (intake.authorization === 'iam') {
      for (const feed of intake.feeds)
        this.#createPolicy(`Feed-${feed}`, {
          name: `${bureau}-feed-${feed}`,
          route: FEED_PATH.replace('{feed}', feed),
          description: `Push items of the feed ${feed}`,
        });
      if (integrations.has('take-receipts'))
        this.#createPolicy('Receipts', {
          name: `${bureau}-sms-receipts`,
          route: RECEIPTS_PATH,
          description: 'Report what became of texts',
        });
    }
    new CfnOutput(this, 'Url', { key: 'ApiUrl', value: stage.url, description: 'Address of the API' });
  }

  #add(
    { path, methods }: PathRoutes,
    how: { integration: HttpLambdaIntegration; authorizer: IHttpRouteAuthorizer },
  ): AddedRoute[] {
    const routes = this.http.addRoutes({ path, methods, ...how });
    return methods.map((method, index) => ({ method, path, route: routes[index]! }));
  }

  /** A policy that opens one POST route, with a slash at its end or without, and nothing else: to be attached to the sender's user or role. */
  #createPolicy(
    id: string,
    { name, route, description }: Record<'name' | 'route' | 'description', string>,
  ): void {
    const resources = [route, `${route}/`].map((path) =>
      Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.http.apiId,
        resourceName: `$default/POST${path}`,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    );
    new ManagedPolicy(this, id, {
      managedPolicyName: name,
      description,
      statements: [new PolicyStatement({ actions: ['execute-api:Invoke'], resources })],
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
