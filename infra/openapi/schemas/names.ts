import { partsOf } from '../../../shared/contracts/api/routes.ts';

/** `GET /v1/cases/{case}/log` → getCasesCaseLog. */
export const operationName = (route: string): string => {
  const { method, path } = partsOf(route);
  const words = path.replace('/v1/', '/').match(/[A-Za-z]+/g) ?? [];
  return `${method.toLowerCase()}${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`;
};
