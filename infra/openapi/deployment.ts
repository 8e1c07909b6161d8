/** What a deployment is like, as far as its contract differs. */
export interface Deployment {
  /** How feeds and the gateway show who they are. */
  authorization: 'signature' | 'iam';
  /** Whether a gateway takes its texts, and reports of them. */
  hasReceipts: boolean;
}
