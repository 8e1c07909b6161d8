import { render } from 'preact';
import { startClock } from './api/clock.ts';
import { config, loadConfig } from './api/config.ts';
import { deviceSetting } from './api/device.ts';
import { startPolling } from './api/live.ts';
import { keepLeaving } from './api/session/leaving.ts';
import { endWhenOver, resumeSession, watchSession } from './api/session.ts';
import { App } from './app.tsx';

/** A session that is over is noticed within a minute. */
const LOOK_EVERY_MILLISECONDS = 30_000;

const place = document.getElementById('desk')!;
document.documentElement.classList.toggle('large', deviceSetting('large') === 'yes');

const start = async (): Promise<void> => {
  await loadConfig();
  await resumeSession();
  startClock();
  watchSession();
  startPolling();
  keepLeaving();
  setInterval(endWhenOver, LOOK_EVERY_MILLISECONDS);
  place.textContent = '';
  render(<App />, place);
  // Over plain http there is none, and no way to open the desk without a network.
  if ('serviceWorker' in navigator && config().login.exchange === 'browser')
    navigator.serviceWorker.register('/desk/worker.js', { scope: '/desk/' }).catch(() => undefined);
};

start().catch(() => {
  place.textContent = '值班台打不开：没有收到系统的答复。请检查网络后刷新；急事请打办公室值班电话。';
});
