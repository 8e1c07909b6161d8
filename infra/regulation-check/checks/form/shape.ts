import * as z from 'zod/mini';
import { Regulation } from '../../../../shared/regulations/schema.ts';
import type { Problem } from '../problem.ts';
import { isRecord, placeAt } from '../walk.ts';
import { alternativesOf, describeSchema, fieldsOf, schemaAt } from './describe-schema.ts';

type Issue = z.core.$ZodIssue;
type Keys = readonly (string | number)[];
/** Where an issue stands: its keys from the root, and the schema that its own path is counted from. */
interface Frame {
  data: unknown;
  base: Keys;
  schema: z.core.$ZodType;
}

const problemAt = (data: unknown, keys: Keys, fault: string, mend: string): Problem => {
  const { path, clauses } = placeAt(data, keys);
  return { path, clauses, fault, mend };
};

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** How far an alternative of a union is from what was given; undefined when it is of another type altogether. */
const distance = (value: unknown, issues: readonly Issue[]): number | undefined => {
  if (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)) return undefined;
  return issues.reduce((sum, { code, path, ...issue }) => {
    if (code === 'unrecognized_keys' && path.length === 0)
      return sum + (issue as { keys: string[] }).keys.length;
    return sum + (path.length === 1 && isRecord(value) && value[String(path[0])] === undefined ? 1 : 0);
  }, 0);
};

/** The alternative that was meant, when there is one that fits better than all others. */
const meant = (value: unknown, errors: readonly (readonly Issue[])[]): number | undefined => {
  const near = errors
    .map((issues, index) => ({ index, far: distance(value, issues) }))
    .filter((each): each is { index: number; far: number } => each.far !== undefined)
    .sort((one, other) => one.far - other.far);
  const [first, second] = near;
  return first !== undefined && first.far !== second?.far ? first.index : undefined;
};

const unknownKeys = ({ data, base, schema }: Frame, own: Keys, unknown: readonly string[]): Problem[] => {
  const keys = [...base, ...own];
  const { value } = placeAt(data, keys);
  const target = schemaAt(schema, own, placeAt(data, base).value);
  const fields = target === undefined ? '' : fieldsOf(target, value).join('、');
  return unknown.map((key) =>
    problemAt(data, [...keys, key], `没有“${key}”这一项`, `这里可用的项:${fields};请改正或删去`),
  );
};

const explain = (frame: Frame, issue: Issue): Problem[] => {
  const { data, base, schema } = frame;
  const own = issue.path as Keys;
  const keys = [...base, ...own];
  const root = placeAt(data, base).value;
  const target = schemaAt(schema, own, root);
  const { value } = placeAt(data, keys);
  const expected = target === undefined ? issue.message : describeSchema(target);
  if (issue.code === 'unrecognized_keys') return unknownKeys(frame, own, issue.keys);
  if (value === undefined && keys.length > 0)
    return [problemAt(data, keys, `缺少“${String(keys.at(-1))}”`, `请填写:${expected}`)];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const index = meant(value, issue.errors);
    const option = target && alternativesOf(target)[index ?? -1];
    if (index !== undefined && option !== undefined)
      return issue.errors[index]!.flatMap((inner) => explain({ data, base: keys, schema: option }, inner));
  }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return [
      keys.at(-1) === 'cite'
        ? problemAt(data, keys, '没有写条款', '请写明依据的条款(clauses 中的名称)')
        : problemAt(data, keys, '列表不能为空', `请填写:${expected}`),
    ];
  const fault = isRecord(value) || Array.isArray(value) ? '格式不对' : `“${shown(value)}”不对`;
  return [problemAt(data, keys, fault, `应为:${expected}`)];
};

/**
 * What does not have the form of `schema` (of a regulation unless told), each with what is expected there; empty when the
 * form is right.
 */
export const shapeProblems = (data: unknown, schema: z.core.$ZodType = Regulation): Problem[] => {
  const parsed = z.safeParse(schema, data);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => explain({ data, base: [], schema }, issue));
};
