import { partsOf } from '../../../shared/contracts/api/routes.ts';

/** `GET /v1/cases/{case}/log` → getCasesCaseLog. */
export const operationName = (route: string): string => {
  const { method, path } = partsOf(route);
  const words = path.replace('/v1/', '/').match(/[A-Za-z]+/g) ?? ['root'];
  return `${method.toLowerCase()}${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`;
};

/** A path as OpenAPI writes it, which has no word for a parameter that takes all that follows. */
export const documentedPath = (path: string): string => path.replace('+}', '}');
