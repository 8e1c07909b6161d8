import { describe, expect, it } from 'vitest';
import { type HandlingFacts, handlingLevel } from '../../../shared/grading/handling.ts';
import { regulation } from './regulation.ts';

const handled = (
  warningLevel: string,
  sources: HandlingFacts['sources'],
  override?: HandlingFacts['override'],
) => handlingLevel(regulation, { warningLevel, sources, flags: [], settings: {}, override });

describe('the handling level', () => {
  it('is the warning level when no rule holds', () => {
    expect(handled('routine', [{ kind: 'monitored' }])).toEqual({ level: 'routine', rule: null });
    expect(handled('orange', [])).toEqual({ level: 'orange', rule: null });
  });

  it('is blue for 常规 that a leader of the bureau has instructed on (办法第二十一条(一)②)', () => {
    const result = handled('routine', [{ kind: 'bureau-instruction' }]);
    expect(result).toMatchObject({
      level: 'blue',
      rule: { id: 'bureauInstruction', cite: ['办法 第二十一条(一)②'] },
    });
    expect(handled('blue', [{ kind: 'bureau-instruction' }]).rule).toBeNull();
  });

  it('does not ask how 常规 is regarded when the bureau’s own leader has instructed', () => {
    expect(handled('routine', [{ kind: 'bureau-instruction', regardedAs: 'routine' }]).level).toBe('blue');
  });

  it('is blue for a superior leader’s instruction (办法第二十二条(二))', () => {
    expect(handled('routine', [{ kind: 'superior-instruction' }]).level).toBe('blue');
    expect(handled('yellow', [{ kind: 'superior-instruction' }])).toEqual({ level: 'yellow', rule: null });
  });

  it.each(['zhanjiang-prompted', 'city-prompted'])('is yellow for %s (办法第二十一条(三))', (kind) => {
    expect(handled('routine', [{ kind }])).toMatchObject({ level: 'yellow', rule: { id: 'superiorPrompt' } });
    expect(handled('blue', [{ kind, regardedAs: 'blue' }]).level).toBe('yellow');
    expect(handled('orange', [{ kind }])).toEqual({ level: 'orange', rule: null });
  });

  it('is not raised by a prompt that regards it as 常规 (办法第二十五条(一))', () => {
    expect(handled('routine', [{ kind: 'zhanjiang-prompted', regardedAs: 'routine' }])).toEqual({
      level: 'routine',
      rule: null,
    });
  });

  it.each(['blue', 'yellow', 'orange', 'red'])(
    'is %s at least where 湛江市局 hands it over as that (办法第二十二条(二), 第二十五条(二)(三))',
    (regardedAs) => {
      const source = { kind: 'zhanjiang-assigned', regardedAs };
      expect(handled('routine', [source]).level).toBe(regardedAs);
      expect(handled('red', [source])).toEqual({ level: 'red', rule: null });
      expect(handled('routine', [{ ...source, kind: 'monitored' }])).toEqual({
        level: 'routine',
        rule: null,
      });
    },
  );

  it('is no more than the warning level where what is handed over has no level, or 常规', () => {
    expect(handled('routine', [{ kind: 'zhanjiang-assigned' }]).level).toBe('routine');
    expect(handled('routine', [{ kind: 'zhanjiang-assigned', regardedAs: 'routine' }]).level).toBe('routine');
  });

  it('is raised when another superior prompts without calling it 常规', () => {
    const sources = [{ kind: 'zhanjiang-prompted', regardedAs: 'routine' }, { kind: 'city-prompted' }];
    expect(handled('routine', sources).level).toBe('yellow');
  });

  it('is the highest of all rules, whatever the order of the sources', () => {
    const sources = [
      { kind: 'bureau-instruction' },
      { kind: 'city-prompted' },
      { kind: 'superior-instruction' },
    ];
    expect(handled('routine', sources)).toMatchObject({ level: 'yellow', rule: { id: 'superiorPrompt' } });
    expect(handled('routine', [...sources].reverse())).toEqual(handled('routine', sources));
  });

  it('follows the office’s decision below and above the rules, never below the warning level', () => {
    const prompted = [{ kind: 'zhanjiang-prompted' }];
    expect(handled('blue', prompted, { level: 'blue' })).toEqual({ level: 'blue', rule: null });
    expect(handled('routine', prompted, { level: 'orange' }).level).toBe('orange');
    expect(handled('orange', prompted, { level: 'blue' }).level).toBe('orange');
    expect(handled('routine', prompted, null).level).toBe('yellow');
  });

  it('refuses a level that the regulation does not have', () => {
    expect(() => handled('purple', [])).toThrow(RangeError);
    expect(() => handled('blue', [], { level: 'purple' })).toThrow(RangeError);
  });
});
