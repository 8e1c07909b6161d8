// Written by `npm run regulation -- register`: every data file of ./bureaus, of one bureau the newest last.
import hohhot from './bureaus/hohhot.json' with { type: 'json' };
import leizhou from './bureaus/leizhou.json' with { type: 'json' };
import nanning from './bureaus/nanning.json' with { type: 'json' };
import petition from './bureaus/petition.json' with { type: 'json' };
import yinzhou from './bureaus/yinzhou.json' with { type: 'json' };

export const dataFiles: readonly unknown[] = [hohhot, leizhou, nanning, petition, yinzhou];
