import { type Browser, chromium } from 'playwright-core';
import { type Office, startOffice } from '../../infra/desk-server/office.ts';
import { chromiumPath } from './chromium.ts';

/** A name that is not this machine's: over plain http a browser then has no WebCrypto, and the issuer is another site. */
const HOST = 'desk.example';

export interface OfficeSite {
  office: Office;
  browser: Browser;
  close: () => Promise<void>;
}
/** The desk of 南宁 as an office serves it over plain http, and a browser that finds it by its name. */
export const openOfficeSite = async (): Promise<OfficeSite> => {
  const office = await startOffice({ bureau: 'nanning', host: HOST });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  });
  const close = async (): Promise<void> => {
    await browser.close();
    await office.close();
  };
  return { office, browser, close };
};
