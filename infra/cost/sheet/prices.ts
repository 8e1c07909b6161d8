import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseJson, readTextFile } from '../../read-json.ts';

/** What is priced, in the order of the sheet: its name and its unit. */
export const PRICED = {
  stateTransition: { name: '状态转换', unit: '次' },
  functionCall: { name: '函数调用', unit: '次' },
  functionGigabyteSecond: { name: '函数运行时长', unit: 'GB·秒' },
  writeUnit: { name: '存储写入', unit: '单位' },
  readUnit: { name: '存储读取', unit: '单位' },
  apiRequest: { name: '接口请求', unit: '次' },
  smsMessage: { name: '短信', unit: '条' },
  secretMonth: { name: '密钥保管', unit: '个·月' },
  alarmMonth: { name: '告警', unit: '项·月' },
  dashboardMonth: { name: '监控面板', unit: '个·月' },
  keyMonth: { name: '自管加密密钥', unit: '个·月' },
} as const;
export type PriceName = keyof typeof PRICED;

const Price = z.strictObject({
  /** In the file's currency, for `per` units. */
  price: z.number().nonnegative(),
  per: z.number().positive(),
  source: z.string().min(1),
  /** How far the source is to be trusted. */
  trust: z.string().min(1),
  /** When it differs from the file's. */
  collectedOn: z.iso.date().optional(),
});
export type Price = z.infer<typeof Price>;

const Items = z.strictObject({
  stateTransition: Price,
  functionCall: Price,
  functionGigabyteSecond: Price,
  writeUnit: Price,
  readUnit: Price,
  apiRequest: Price,
  /** Differs by country and contract, so our own file has none. */
  smsMessage: Price.optional(),
  secretMonth: Price,
  alarmMonth: Price,
  dashboardMonth: Price,
  keyMonth: Price,
} satisfies Record<PriceName, z.ZodType>);

export const Prices = z.strictObject({
  region: z.string().min(1),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  collectedOn: z.iso.date(),
  items: Items,
});
export type Prices = z.infer<typeof Prices>;

export const PRICE_FILE = fileURLToPath(new URL('./prices.json', import.meta.url));

const describe = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return `${place || '文件'} 中有不认识的 ${issue.keys.join('、')}`;
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return `${place || '内容'} ${isMissing ? '缺少' : '不对'}`;
};

/** Reads a price file. Throws an Error in Chinese that names every missing or wrong place. */
export const readPrices = (path: string): Prices => {
  let text: string;
  try {
    text = readTextFile(path);
  } catch {
    throw new Error(`价格文件 ${path} 无法读取。`);
  }
  const content = parseJson(text, `价格文件 ${path}`);
  // The input says what is missing and what is only wrong.
  const parsed = Prices.safeParse(content, { reportInput: true });
  if (!parsed.success) throw new Error(`价格文件 ${path}:${parsed.error.issues.map(describe).join(';')}。`);
  return parsed.data;
};
