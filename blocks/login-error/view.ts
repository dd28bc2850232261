import { getContext, getElement, store, withScope } from '@wordpress/interactivity';

import { poll } from './polling';
import type { AttemptView } from './polling';

interface MessageContext {
	readonly address: string;
	readonly title: string;
	/** The title once the person can log in. */
	readonly fixed: string;
	state: AttemptView[ 'state' ];
	/** Replaces the text that the server sent; '' until there is news. */
	text: string;
	isResting: boolean;
	isCopied: boolean;
}

const ask = async ( address: string ): Promise< AttemptView | null > => {
	try {
		const answer = await fetch( address, { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'application/json' } } );
		return answer.ok ? ( ( await answer.json() ) as AttemptView ) : null;
	} catch {
		// Offline, or the site is restarting: the next question may be answered.
		return null;
	}
};

/** Only what a proven person may know is news; the text for everybody is in the page already. */
const hear = ( context: MessageContext, view: AttemptView ): void => {
	if ( view.tier !== 'proven' ) {
		return;
	}
	context.state = view.state;
	context.text = view.text;
};

const visible = (): Promise< void > =>
	new Promise( ( resolve ) => {
		const look = (): void => {
			if ( document.visibilityState !== 'hidden' ) {
				document.removeEventListener( 'visibilitychange', look );
				resolve();
			}
		};
		document.addEventListener( 'visibilitychange', look );
		look();
	} );

store( 'causeway/login-error', {
	state: {
		get isFixed(): boolean {
			return getContext< MessageContext >().state === 'fixed';
		},
		get title(): string {
			const { state, title, fixed } = getContext< MessageContext >();
			return state === 'fixed' ? fixed : title;
		},
		get hasNews(): boolean {
			return getContext< MessageContext >().text !== '';
		},
		get news(): string {
			return getContext< MessageContext >().text;
		},
		get canCopy(): boolean {
			return typeof navigator.clipboard?.writeText === 'function';
		},
	},
	actions: {
		*copy(): Generator< Promise< void >, void, void > {
			const context = getContext< MessageContext >();
			yield navigator.clipboard.writeText( getElement().ref?.dataset.causewayReference ?? '' );
			context.isCopied = true;
		},
		*ask(): Generator< Promise< AttemptView | null >, void, AttemptView | null > {
			const context = getContext< MessageContext >();
			const view = yield ask( context.address );
			if ( view ) {
				hear( context, view );
				context.isResting = view.state !== 'fixed';
			}
		},
	},
	callbacks: {
		begin(): void {
			const context = getContext< MessageContext >();
			getElement().ref?.querySelector( 'h2' )?.focus();
			void poll( {
				ask: () => ask( context.address ),
				heard: withScope( ( view: AttemptView ) => hear( context, view ) ),
				rests: withScope( () => {
					context.isResting = true;
				} ),
				wait: ( seconds ) => new Promise( ( resolve ) => setTimeout( resolve, seconds * 1000 ) ),
				visible,
			} );
		},
	},
} );
