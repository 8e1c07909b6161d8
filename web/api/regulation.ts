import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RegulationView } from '../../shared/contracts/regulation-view/view.ts';
import { config } from './config.ts';

// The bureau's regulation, which is large: it comes when a page needs it, once.

/** Null: not there yet. */
const view = signal<RegulationView | null>(null);
const fault = signal('');
let running: Promise<void> | undefined;

const load = async (): Promise<void> => {
  fault.value = '';
  try {
    const answer = await fetch(config().files.regulation);
    if (!answer.ok) throw new Error(String(answer.status));
    view.value = (await answer.json()) as RegulationView;
  } catch {
    fault.value = '制度文本没有取到，请检查网络后再试';
  } finally {
    running = undefined;
  }
};
/** Fetches it unless it is there. */
export const loadRegulation = async (): Promise<void> => {
  if (view.value !== null) return;
  running ??= load();
  await running;
};

/** The regulation, as soon as it is there, and why it is not; `isWanted`: false while nothing of it is shown. */
export const useRegulation = (isWanted = true): { view: RegulationView | null; fault: string } => {
  useEffect(() => {
    if (isWanted) void loadRegulation();
  }, [isWanted]);
  return { view: view.value, fault: fault.value };
};
