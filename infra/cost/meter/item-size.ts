/** One number of an item: a byte for every two significant digits, and one more. */
const sizeOfNumber = (value: number): number => {
  const digits = value
    .toExponential()
    .replace(/e.*$/, '')
    .replace(/[^0-9]/g, '');
  return Math.ceil(digits.length / 2) + 1;
};

const sizeOfValue = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return sizeOfNumber(value);
  if (typeof value !== 'object' || value === null) return 1;
  // A list or a map costs 3 bytes, and each of its elements one.
  if (Array.isArray(value)) return 3 + value.reduce<number>((sum, each) => sum + 1 + sizeOfValue(each), 0);
  const elements = Object.entries(value).filter(([, each]) => each !== undefined);
  return 3 + elements.reduce((sum, [name, each]) => sum + 1 + Buffer.byteLength(name) + sizeOfValue(each), 0);
};

/**
 * Bytes of an item as DynamoDB counts them for reads and writes: the names and the values of its attributes. What is
 * undefined is not stored. The rule: docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const sizeOf = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value), 0);

const KILOBYTE = 1024;

/** Write request units of one write of `bytes`: one for every KB begun, at least one. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / KILOBYTE));

/** Read request units of one consistent read of `bytes`: one for every 4 KB begun, at least one. */
export const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / (4 * KILOBYTE)));
