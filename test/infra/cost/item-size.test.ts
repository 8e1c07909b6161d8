import { describe, expect, it } from 'vitest';
import { readUnits, writeUnits } from '../../../infra/cost/meter/units.ts';
import { sizeOf } from '../../../shared/records/record-size.ts';

describe('the size of an item', () => {
  it('is the names and the values of its attributes', () => {
    expect(sizeOf({ pk: 'CASE#1', sk: 'HEAD' })).toBe(2 + 6 + 2 + 4);
  });
  it('counts text in UTF-8 bytes, three for a Chinese character', () => {
    expect(sizeOf({ 标题: '舆情' })).toBe(6 + 6);
  });
  it.each([
    [0, 2],
    [7, 2],
    [-7, 2],
    [42, 2],
    [4200, 2],
    [123, 3],
    [0.0012, 2],
    [1234.5, 4],
  ])('counts a byte for every two significant digits of %d and one more', (value, bytes) => {
    expect(sizeOf({ n: value })).toBe(1 + bytes);
  });
  it('counts a truth value and null as one byte', () => {
    expect(sizeOf({ a: true, b: null })).toBe(4);
  });
  it('counts three bytes for a list or a map and one for each element', () => {
    expect(sizeOf({ a: [], b: {} })).toBe(4 + 4);
    expect(sizeOf({ a: ['xy', 1] })).toBe(1 + 3 + (1 + 2) + (1 + 2));
    expect(sizeOf({ a: { bc: 'xyz' } })).toBe(1 + 3 + (1 + 2 + 3));
  });
  it('leaves out what is undefined, since it is not stored', () => {
    expect(sizeOf({ a: undefined, b: { c: undefined } })).toBe(1 + 3);
  });
});

describe('request units', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1023, 1],
    [1024, 1],
    [1025, 2],
    [2048, 2],
    [2049, 3],
  ])('a write of %d bytes is %d', (bytes, units) => {
    expect(writeUnits(bytes)).toBe(units);
  });
  it.each([
    [0, 1],
    [4095, 1],
    [4096, 1],
    [4097, 2],
    [8193, 3],
  ])('a consistent read of %d bytes is %d', (bytes, units) => {
    expect(readUnits(bytes)).toBe(units);
  });
});
