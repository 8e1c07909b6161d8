import { App } from 'aws-cdk-lib';
import { readSettings } from './settings.ts';
import { ShixianStack } from './shixian-stack.ts';

const app = new App({ analyticsReporting: false });
const settings = readSettings((key) => app.node.tryGetContext(key), process.env);
// Without account and Region the template is the same in every partition.
new ShixianStack(app, `shixian-${settings.bureau}`, { settings });
