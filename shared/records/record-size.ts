import { RecordTooLarge, type StoredRecord } from './table.ts';

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
 * Bytes of a record as DynamoDB counts them for reads, writes and its limit: the names and the values of its attributes. What is
 * undefined is not stored. The rule: docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const sizeOf = (item: Readonly<Record<string, unknown>>): number =>
  Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value), 0);

/** What a record may hold, names of attributes included. */
const MOST_BYTES = 400 * 1024;

const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => name.isWellFormed() && isWellFormed(each));
};
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.toWellFormed(), wellFormed(each)]),
  );
};

/**
 * A record as it can be stored, whatever the records lie in: half a character (an unpaired surrogate), for which UTF-8 has no
 * bytes, becomes U+FFFD. Throws RecordTooLarge, before anything is written.
 */
export const storable = (record: StoredRecord): StoredRecord => {
  const bytes = sizeOf(record);
  if (bytes > MOST_BYTES) throw new RecordTooLarge(record, bytes);
  return isWellFormed(record) ? record : (wellFormed(record) as StoredRecord);
};
