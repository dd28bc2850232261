/**
 * Declares a journey: one sentence, and what a person does in the browser.
 */
import type { BrowserContext, Page } from 'playwright-core';

import type { Lab } from '../../lab/lab';
import type { RemoteControl } from '../../lab/remote-control';
import type { Inbox } from '../../support/mail/inbox';
import type { Site } from '../../support/site/create';

export interface Companions {
	/** A page of a fresh browser, 1280 px wide, that nobody is logged in to. */
	readonly page: Page;
	readonly context: BrowserContext;
	/** A page of another fresh browser, for a second person. */
	readonly newPerson: () => Promise< Page >;
	/** Logs in on wp-login.php, through the form. */
	readonly logIn: ( page: Page, user: string, password: string ) => Promise< void >;
	/** Logs in on wp-login.php as the site's administrator, in a browser of their own. */
	readonly asAdmin: () => Promise< Page >;
	/** The site, as it was before the first journey. */
	readonly site: Site;
	readonly lab: Lab;
	/** Plays what happens in the CRM. */
	readonly crm: RemoteControl;
	/** The inbox that catches the site's mail; empty at the start. */
	readonly mail: Inbox;
	/** Keeps screenshots of a page, 1280, 782 and 390 px wide, under a name. */
	readonly shot: ( name: string, page?: Page ) => Promise< void >;
	/** Keeps one screenshot of a page as it stands: its window, zoom and media. */
	readonly shotAsItStands: ( name: string, page: Page ) => Promise< void >;
	/** Makes a network in subfolders, with the plugin active in all of it; it is gone after the journey. */
	readonly newNetwork: () => Promise< Site >;
	/** Makes a site with 2,000 people, 300 cases and six incidents, from a lab of its own (see tests/support/seed); it is gone after the journey. */
	readonly newSeeded: () => Promise< Site >;
	/** Whether there is time to look at everything instead of one of each kind. */
	readonly isDeep: boolean;
	/** Declares a console error, failed answer or PHP notice of this journey as expected. */
	readonly allow: ( complaint: RegExp ) => void;
}

export interface Journey {
	readonly sentence: string;
	/** Whether it also runs on the oldest supported WordPress in a normal run. */
	readonly isShort: boolean;
	/** Milliseconds. */
	readonly timeoutMs: number;
	readonly work: ( companions: Companions ) => Promise< void >;
}

const declared: Journey[] = [];

export const journey = (
	sentence: string,
	work: Journey[ 'work' ],
	{ isShort = false, timeoutMs = 90_000 }: { readonly isShort?: boolean; readonly timeoutMs?: number } = {}
): void => {
	declared.push( { sentence, isShort, timeoutMs, work } );
};

/** What was declared since the last time. */
export const takeJourneys = (): readonly Journey[] => declared.splice( 0 );
