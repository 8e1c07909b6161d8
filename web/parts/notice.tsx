import type { ComponentChildren } from 'preact';

/** Something that everybody on the page should know; told when it changes. */
export const Notice = ({ children }: { children: ComponentChildren }) => (
  <div class="said" role="status">
    {children}
  </div>
);

/** What could not be done, and why. */
export const Alert = ({ children }: { children: ComponentChildren }) => (
  <div class="alert" role="alert">
    {children}
  </div>
);
