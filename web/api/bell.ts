import { signal } from '@preact/signals';
import { deviceSetting, setDevice } from './device.ts';

// A sound for new duties, where somebody has switched it on. It is made here: no file is loaded.

const SETTING = 'bell';
/** Not oftener, whatever comes. */
const EVERY_MILLISECONDS = 60_000;
/** Two short tones, the second higher: to be heard through a door, and not to be taken for a telephone. */
const TONES = [660, 880];
const TONE_SECONDS = 0.25;
const LOUDNESS = 0.2;

export const isBellOn = signal(deviceSetting(SETTING) === 'yes');

type Contexts = typeof globalThis & { webkitAudioContext?: typeof AudioContext };
let context: AudioContext | undefined;
let rung = Number.NEGATIVE_INFINITY;

/** Browsers let a page sound only after somebody has touched it. */
const open = (): void => {
  const Context = globalThis.AudioContext ?? (globalThis as Contexts).webkitAudioContext;
  if (Context === undefined) return;
  context ??= new Context();
  void context.resume();
};
const sound = (): void => {
  if (context === undefined) return;
  for (const [index, frequency] of TONES.entries()) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const from = context.currentTime + index * TONE_SECONDS;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(LOUDNESS, from);
    volume.gain.linearRampToValueAtTime(0, from + TONE_SECONDS);
    tone.connect(volume);
    volume.connect(context.destination);
    tone.start(from);
    tone.stop(from + TONE_SECONDS);
  }
};

/** Switches it on or off on this device; on, it is heard once. */
export const setBell = (isOn: boolean): void => {
  isBellOn.value = isOn;
  setDevice(SETTING, isOn ? 'yes' : 'no');
  if (!isOn) return;
  open();
  sound();
};
/** Somebody has touched the page: from now on it may sound. */
export const readyBell = (): void => {
  if (isBellOn.value) open();
};
/** Sounds, if it is on and has not just done so. */
export const ring = (): void => {
  if (!isBellOn.value || performance.now() - rung < EVERY_MILLISECONDS) return;
  rung = performance.now();
  sound();
};
