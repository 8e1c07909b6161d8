import * as z from 'zod/mini';
import { alternativesIn, isTemplate, pathsIn } from './paths.ts';
import { isTarget, TARGETS, type Target } from './targets.ts';

const Name = z.string().check(z.trim(), z.minLength(1, '不能为空'), z.maxLength(40, '不能超过40字'));
/** A value that every item of the feed has. */
const Constant = z.strictObject({ constant: z.union([z.string().check(z.minLength(1)), z.number()]) });

const isPath = (path: string): boolean =>
  path
    .replace(/^\$\./, '')
    .split('.')
    .every((name) => name !== '' && name.trim() === name && !/[{}|]/.test(name));
const isWay = (way: string): boolean =>
  alternativesIn(way).every((each) =>
    isTemplate(each)
      ? pathsIn(each).length > 0 && !/[{}]/.test(each.replace(/\{[^{}]+\}/g, ''))
      : each.trim() === each,
  ) && pathsIn(way).every(isPath);
const Way = z
  .string()
  .check(z.refine(isWay, '路径的写法不对:名称之间用一个点,几种写法用“|”隔开,模板写作“{名称}”'));

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** How a vendor's items become ours. */
export const Mapping = z.strictObject({
  /** As people call the shape. */
  name: Name,
  /** Whose output it is, and from where its form is known. */
  about: z.optional(z.string().check(z.maxLength(400, '不能超过400字'))),
  /** Where in a body the items are: a list, or an object of lists; without it the body is the list, or has it as `items`. */
  items: z.optional(Way),
  /** What a time without a zone is in. */
  zone: z._default(z.string().check(z.refine(isZone, '不认识的时区,应如 Asia/Shanghai')), 'Asia/Shanghai'),
  /** How `3/4/2026` is meant. */
  dateOrder: z.optional(z.enum(['dayFirst', 'monthFirst'], '只能是 dayFirst(日在前)或 monthFirst(月在前)')),
  /** Our field → where it is. */
  fields: z.record(z.string(), z.union([Way, Constant], '应为路径(文字),或 {"constant": 固定值}')),
  /** A former name → ours; read as that, and named in the answer. */
  former: z.optional(z.record(z.string(), z.string())),
  /** Paths with nothing for us: never named as left over. */
  ignored: z.optional(z.array(z.string())),
});
/** `fields` has only names of ours once it has been checked. */
export type Mapping = Omit<z.infer<typeof Mapping>, 'fields'> & {
  fields: Readonly<Partial<Record<Target, string | { constant: string | number }>>>;
};

const repeated = (ways: readonly string[]): string[] =>
  ways.filter((way, index) => ways.indexOf(way) !== index);

const faultsInFields = ({ fields }: z.infer<typeof Mapping>): [string, string][] => {
  const unknown = Object.keys(fields)
    .filter((name) => !isTarget(name))
    .map((name): [string, string] => [`fields.${name}`, `没有这个字段;可用:${TARGETS.join('、')}`]);
  const twice = Object.entries(fields).flatMap(([name, way]): [string, string][] => {
    const same = typeof way === 'string' ? repeated(alternativesIn(way)) : [];
    return same.length === 0 ? [] : [[`fields.${name}`, `路径“${same[0]}”写了不止一次`]];
  });
  const whole = ['source.kind', 'source.receivedAt', 'source.reference', 'source.regardedAs'];
  const both = fields.source !== undefined && whole.find((name) => fields[name] !== undefined);
  const { id, title, content } = fields;
  return [
    ...unknown,
    ...twice,
    ...(both ? [[`fields.${both}`, '与 source 重复,两者只写其一'] as [string, string]] : []),
    ...(typeof id === 'string'
      ? []
      : [['fields.id', '缺少信息编号的路径(不能是固定值)'] as [string, string]]),
    ...(typeof title === 'string' || typeof content === 'string'
      ? []
      : [['fields.title', '标题和正文的路径至少要有一个'] as [string, string]]),
  ];
};

/** Every two fields of ours that would take one and the same path first; an address may be the id as well. */
const sharedPaths = ({ fields }: z.infer<typeof Mapping>): [string, string][] => {
  const first = Object.entries(fields).flatMap(([name, way]): [string, string][] =>
    typeof way === 'string' && name !== 'id' && !isTemplate(alternativesIn(way)[0]!)
      ? [[name, alternativesIn(way)[0]!]]
      : [],
  );
  return first.flatMap(([name, path], index): [string, string][] => {
    const other = first.slice(0, index).find(([, each]) => each === path);
    return other === undefined ? [] : [[`fields.${name}`, `路径“${path}”已用于 ${other[0]}`]];
  });
};

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  object: '对象',
  array: '列表',
  record: '对象',
};
const messageOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys')
    return `不认识的设置“${issue.keys.join('”“')}”;可用:${Object.keys(Mapping.shape).join('、')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? '缺少这一项'
      : `类型不对,应为${TYPES[issue.expected] ?? issue.expected}`;
  // Of a way the inner words say more.
  const inner =
    issue.code === 'invalid_union' ? issue.errors.flat().find(({ code }) => code === 'custom') : undefined;
  return inner?.message ?? issue.message;
};

/** The mapping that some data are, or all that is wrong with them: each with its place, in Chinese. */
export const readMapping = (
  data: unknown,
): { mapping: Mapping } | { faults: readonly { place: string; message: string }[] } => {
  const parsed = Mapping.safeParse(data, { reportInput: true });
  const faults = parsed.success
    ? [...faultsInFields(parsed.data), ...sharedPaths(parsed.data)]
    : parsed.error.issues.map((issue): [string, string] => [
        issue.path.join('.') || '(整体)',
        messageOf(issue),
      ]);
  return faults.length === 0
    ? { mapping: parsed.data as Mapping }
    : { faults: faults.map(([place, message]) => ({ place, message })) };
};
