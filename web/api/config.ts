import type { DeskConfig } from '../../shared/contracts/desk/config.ts';

let known: DeskConfig | undefined;

/** Fetches `config.json`; throws where there is none. To be called once, before anything else. */
export const loadConfig = async (): Promise<void> => {
  const answer = await fetch('/desk/config.json', { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`);
  known = (await answer.json()) as DeskConfig;
};

/** Where the desk runs, and whose it is. */
export const config = (): DeskConfig => {
  if (known === undefined) throw new Error('config.json is not loaded yet');
  return known;
};
