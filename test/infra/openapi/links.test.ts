import { describe, expect, it } from 'vitest';
import { openApiOf } from '../../../infra/openapi/document.ts';
import { pathParameters } from '../../../shared/contracts/api/routes.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const deployment = { authorization: 'signature', hasReceipts: true } as const;

describe.each(Object.values(regulations))('what can be asked next in the contract of $id', (regulation) => {
  const { paths } = openApiOf(regulation, deployment);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  const pathOf = (operationId: string): string | undefined =>
    operations.find(({ operation }) => operation.operationId === operationId)?.path;
  const linked = operations.flatMap(({ path, operation }) =>
    Object.entries(operation.responses).flatMap(([status, { links = {} }]) =>
      Object.values(links).map((link) => ({ path, operation, status, link })),
    ),
  );

  it('is an operation that is there, with every part of its path and no other', () => {
    expect(linked.length).toBeGreaterThan(10);
    for (const { link } of linked) {
      const path = pathOf(link.operationId);
      expect(path, link.operationId).toBeDefined();
      expect(Object.keys(link.parameters).sort()).toEqual(pathParameters(path!).sort());
    }
  });

  it('is taken from where the answer or the request has it', () => {
    for (const { path, operation, status, link } of linked)
      for (const place of Object.values(link.parameters)) {
        const [, parameter] = /^\$request\.path\.(\w+)$/.exec(place) ?? [];
        if (parameter !== undefined) {
          expect(pathParameters(path)).toContain(parameter);
          continue;
        }
        const example = operation.responses[status]?.content?.['application/json']?.example;
        const [, pointer] = /^\$response\.body#\/(.+)$/.exec(place)!;
        const value = pointer!
          .split('/')
          .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], example);
        expect(value, place).toEqual(expect.any(String));
      }
  });

  it('of a new case are its acts and all that is read of it', () => {
    const opened = paths['/v1/cases']!.post!.responses['201']!.links!;
    const ofCase = operations.filter(({ path }) => path.startsWith('/v1/cases/{case}'));
    expect(Object.keys(opened).sort()).toEqual(ofCase.map(({ operation }) => operation.operationId).sort());
  });
});
