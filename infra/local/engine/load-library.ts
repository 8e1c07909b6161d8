import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type { EngineClock } from '../clock/engine-clock.ts';
import { createClockGlobals } from './clock-globals.ts';
import { createLeanAbortGlobals } from './lean-abort.ts';
import { createLeanModules } from './lean-modules.ts';
import type { RunBranch, StateMachineClass } from './library-types.ts';

const require = createRequire(import.meta.url);
const libraryPath = require.resolve('aws-local-stepfunctions');

/**
 * What is changed in the library's text. Each must be found exactly once, so that an update of the library that
 * moves one of them fails at once and by name.
 */
const CORRECTIONS: readonly { why: string; from: string; to: string }[] = [
  {
    why: 'AWS runs all branches of a Parallel at once; here the 41st would wait for another to end',
    from: 'var DEFAULT_CONCURRENCY = 40;',
    to: 'var DEFAULT_CONCURRENCY = Infinity;',
  },
  {
    why: 'inputs are only read, so every branch may share one frozen copy instead of holding two of its own',
    from: 'function cloneJSON(value) {',
    to: 'function cloneJSON(value) { return shareJson(value);',
  },
  {
    why: 'with shared inputs the one function that wrote into its argument must not',
    from: 'return Object.assign(obj1, obj2);',
    to: 'return Object.assign({}, obj1, obj2);',
  },
];

const requireLean = createLeanModules(createRequire(libraryPath));

let correctedSource: string | undefined;

const readCorrectedSource = (): string => {
  correctedSource ??= CORRECTIONS.reduce(
    (source, { why, from, to }) => {
      if (source.split(from).length !== 2)
        throw new Error(`aws-local-stepfunctions has changed; check: ${why}`);
      return source.replace(from, to);
    },
    readFileSync(libraryPath, 'utf8'),
  );
  return correctedSource;
};

/** Freezes a JSON value all the way down and returns it; what is frozen already is taken as done. */
const shareJson = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value as object)) shareJson(child);
  return Object.freeze(value);
};

/**
 * The library's StateMachine class living by the given clock.
 *
 * The library's own file is compiled as a function whose parameters shadow `Date`, the timers and the abort signals:
 * no global is patched, any number of clocks live side by side, and a class is garbage like any other object.
 * Throws when the installed library is not the one that this was written for.
 */
export const loadStateMachine = (clock: EngineClock): StateMachineClass => {
  const globals = { ...createClockGlobals(clock), ...createLeanAbortGlobals(), shareJson };
  const names = ['require', 'module', 'exports', ...Object.keys(globals)];
  const library = compileFunction(readCorrectedSource(), names, { filename: libraryPath });
  const module = { exports: {} as { StateMachine?: StateMachineClass } };
  library(requireLean, module, module.exports, ...Object.values(globals));
  const { StateMachine } = module.exports;
  if (typeof StateMachine?.prototype.execute !== 'function') {
    throw new Error('aws-local-stepfunctions has changed: StateMachine.execute is gone');
  }
  observeBranches(StateMachine);
  return StateMachine;
};

// `execute` runs the root and every branch alike; it is where a branch can be given its own context, task runner and
// event recorder.
const observeBranches = (StateMachine: StateMachineClass): void => {
  const execute = StateMachine.prototype.execute;
  StateMachine.prototype.execute = function (input, options, cleanup) {
    const observe = options.runOptions?.observeBranch;
    // The library's event queue is nobody's to read; closed, it holds nothing and its forwarders end.
    options.eventLogger.close?.();
    if (!observe) return execute.call(this, input, options, cleanup);
    const run: RunBranch = (own, ownCleanup) => execute.call(this, input, own, ownCleanup);
    return observe(this.definition, options, run, cleanup);
  };
};
