import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Functions } from './functions.ts';

const { GET, POST, PUT } = HttpMethod;

/** What the office and the units use; every call carries a bearer token. */
export const OFFICE_ROUTES: readonly { path: string; methods: HttpMethod[] }[] = [
  { path: '/v1/cases', methods: [GET, POST] },
  { path: '/v1/cases/{case}', methods: [GET] },
  { path: '/v1/cases/{case}/log', methods: [GET] },
  { path: '/v1/cases/{case}/plan', methods: [GET] },
  { path: '/v1/cases/{case}/commands', methods: [POST] },
  { path: '/v1/items', methods: [GET] },
  { path: '/v1/items/{feed}/{item}', methods: [GET] },
  { path: '/v1/refusals', methods: [GET] },
  { path: '/v1/roster', methods: [GET, PUT] },
  { path: '/v1/regulation', methods: [GET] },
];
/** Signed by the feed: the function itself checks the signature over the raw body (Standard Webhooks). */
export const FEED_ROUTE = { path: '/v1/feeds/{feed}/items', methods: [POST] };
/** For monitors, which have no token; it tells nothing but that the desk answers. */
export const HEALTH_ROUTE = { path: '/v1/health', methods: [GET] };

export interface OfficeApiProps {
  readonly bureau: string;
  readonly functions: Functions;
  readonly jwtIssuer: string;
  readonly jwtAudience: readonly string[];
}

/** The HTTP API: the feeds' intake, and the office's desk behind any OIDC issuer. */
export class OfficeApi extends Construct {
  constructor(scope: Construct, id: string, { bureau, functions, jwtIssuer, jwtAudience }: OfficeApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Http', { apiName: `${bureau}-shixian`, createDefaultStage: false });
    const stage = this.#createStage(api, bureau);

    const desk = new HttpLambdaIntegration('Desk', functions.byName['serve-desk']);
    const intake = new HttpLambdaIntegration('Intake', functions.byName['intake-items']);
    const office = new HttpJwtAuthorizer('Office', jwtIssuer, { jwtAudience: [...jwtAudience] });
    const open = new HttpNoneAuthorizer();
    for (const route of OFFICE_ROUTES) api.addRoutes({ ...route, integration: desk, authorizer: office });
    api.addRoutes({ ...FEED_ROUTE, integration: intake, authorizer: open });
    api.addRoutes({ ...HEALTH_ROUTE, integration: desk, authorizer: open });
    new CfnOutput(this, 'Url', { value: stage.url });
  }

  #createStage(httpApi: HttpApi, bureau: string): HttpStage {
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/http/${bureau}-shixian`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    return new HttpStage(this, 'Stage', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        // No bodies, no tokens: who asked for what, when, and what came of it.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTime',
            sourceIp: '$context.identity.sourceIp',
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
