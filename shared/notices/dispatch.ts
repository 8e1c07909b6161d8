/**
 * Asks the notify function to send what a case has to send, or without a case whatever waits in the mailboxes. Asynchronous: a
 * slow gateway holds up no clock.
 */
export type DispatchNotices = (caseId?: string) => Promise<void>;
