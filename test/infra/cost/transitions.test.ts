import { expect, it } from 'vitest';
import { countTransitions } from '../../../infra/cost/meter/transitions.ts';

const history = (...lines: string[]) =>
  lines.map((line, index) => {
    const [type = '', stateName] = line.split(' ');
    return { id: index + 1, at: 0, type, ...(stateName === undefined ? {} : { stateName }) };
  });

it('counts every state entered, whatever its type', () => {
  const events = history(
    'ExecutionStarted',
    'PassStateEntered a',
    'PassStateExited a',
    'ChoiceStateEntered b',
    'WaitStateEntered c',
    'TaskStateEntered d',
    'TaskScheduled d',
    'TaskStarted d',
    'TaskSucceeded d',
    'FailStateEntered e',
    'ExecutionFailed',
  );
  expect(countTransitions(events)).toBe(5);
});

it('counts every retry of a task once', () => {
  const tried = ['TaskScheduled a', 'TaskStarted a', 'TaskFailed a'];
  expect(countTransitions(history('TaskStateEntered a', ...tried, ...tried, ...tried))).toBe(3);
});

it('does not take a state that is entered again for a retry', () => {
  const once = ['TaskStateEntered a', 'TaskScheduled a', 'TaskSucceeded a'];
  expect(countTransitions(history(...once, ...once))).toBe(2);
});

it('keeps the states of parallel branches apart', () => {
  const events = history(
    'ParallelStateEntered p',
    'ParallelStateStarted p',
    'TaskStateEntered a',
    'TaskStateEntered b',
    'TaskScheduled a',
    'TaskScheduled b',
    'TaskScheduled b',
    'ParallelStateStarted p',
  );
  expect(countTransitions(events)).toBe(5);
});
