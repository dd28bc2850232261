import { getContext, getElement, store, withScope, withSyncEvent } from '@wordpress/interactivity';

import { poll } from './polling';
import type { AttemptView } from './polling';
import { carried, watch } from './watching';
import type { Carried } from './watching';

interface MessageContext {
	/** '' while nothing was refused: the message is hidden. */
	reference: string;
	/** Addresses: of the attempts, of requests for help, of the page that tells how it goes on. */
	readonly attempts: string;
	/** In place of `attempts` where the site closes REST to strangers. */
	readonly otherwise: string;
	readonly help: string;
	readonly status: string;
	/** The cookie in which the server leaves a reference, and its path. */
	readonly cookie: string;
	readonly path: string;
	readonly title: string;
	/** The title once the person can log in. */
	readonly fixed: string;
	/** The text for somebody whose password was right. */
	readonly looking: string;
	readonly waitText: string;
	isProven: boolean;
	state: AttemptView[ 'state' ];
	/** Replaces the text that the server sent; '' until there is news. */
	text: string;
	/** What a request for help was answered with. */
	answer: string;
	/** When another try is worth while, Unix seconds; 0 for never by waiting. */
	tryAt: number;
	wait: string;
	isResting: boolean;
	isCopied: boolean;
}

const json = async < Answer >( address: string, body?: unknown ): Promise< Answer | null > => {
	try {
		const answer = await fetch( address, {
			method: body ? 'POST' : 'GET',
			credentials: 'same-origin',
			cache: 'no-store',
			headers: { Accept: 'application/json', ...( body ? { 'Content-Type': 'application/json' } : {} ) },
			body: body ? JSON.stringify( body ) : null,
		} );
		return answer.ok || answer.status === 429 ? ( ( await answer.json() ) as Answer ) : null;
	} catch {
		// Offline, or the site is restarting: the next question may be answered.
		return null;
	}
};

const ask = async ( { attempts, otherwise, reference }: MessageContext ): Promise< AttemptView | null > =>
	( await json< AttemptView >( `${ attempts }/${ reference }` ) ) ?? json< AttemptView >( otherwise + reference );

/** Only what a proven person may know is news; the text for everybody is in the page already. */
const hear = ( context: MessageContext, view: AttemptView ): void => {
	if ( view.tier !== 'proven' ) {
		return;
	}
	context.state = view.state;
	context.text = view.text;
	context.tryAt = view.tryAgainAt;
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

/** How long it is until another try; '' once it is time, or where waiting is no help. */
const waitText = ( { tryAt, waitText: pattern }: MessageContext ): string => {
	const left = tryAt - Math.floor( Date.now() / 1000 );
	if ( tryAt === 0 || left <= 0 ) {
		return '';
	}
	const at = new Date( tryAt * 1000 ).toLocaleTimeString( document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit' } );
	return pattern.replace( '%1$s', at ).replace( '%2$s', `${ Math.floor( left / 60 ) }:${ String( left % 60 ).padStart( 2, '0' ) }` );
};

const follow = ( context: MessageContext, section: Element | null ): void => {
	// What has just been shown can be focused only once it is painted.
	requestAnimationFrame( () => section?.querySelector( 'h2' )?.focus() );
	if ( ! context.isProven ) {
		// A reference alone never tells anything new.
		return;
	}
	void poll( {
		ask: () => ask( context ),
		heard: withScope( ( view: AttemptView ) => hear( context, view ) ),
		rests: withScope( () => {
			context.isResting = true;
		} ),
		wait: ( seconds ) => new Promise( ( resolve ) => setTimeout( resolve, seconds * 1000 ) ),
		visible,
	} );
	setInterval(
		withScope( () => {
			context.wait = waitText( context );
		} ),
		1000
	);
};

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
			yield navigator.clipboard.writeText( context.reference );
			context.isCopied = true;
		},
		*ask(): Generator< Promise< AttemptView | null >, void, AttemptView | null > {
			const context = getContext< MessageContext >();
			const view = yield ask( context );
			if ( view ) {
				hear( context, view );
				context.isResting = view.state !== 'fixed';
			}
		},
		send: withSyncEvent( function* ( event: SubmitEvent ): Generator< Promise< unknown >, void, { text?: string; message?: string } | null > {
			const context = getContext< MessageContext >();
			const form = event.target as HTMLFormElement;
			event.preventDefault();
			const answer = yield json( context.help, Object.fromEntries( new FormData( form ) ) );
			if ( ! answer ) {
				// The page without scripts does the same.
				form.submit();
				return;
			}
			context.answer = answer.text ?? answer.message ?? '';
		} ),
	},
	callbacks: {
		begin(): void {
			const context = getContext< MessageContext >();
			const { ref } = getElement();
			if ( context.reference || ! ref ) {
				follow( context, ref );
				return;
			}
			watch( document, ref, {
				carried: () => carried( document.cookie, context.cookie ),
				ask: async ( texts ) => {
					const answer = await json< { reference?: string | null; text?: string } >( context.attempts, { texts } );
					context.text = answer?.reference ? answer.text ?? '' : '';
					return answer?.reference ? { reference: answer.reference, isProven: false } : null;
				},
				found: withScope( ( { reference, isProven }: Carried ) => {
					document.cookie = `${ context.cookie }=; Max-Age=0; path=${ context.path }; SameSite=Lax`;
					context.reference = reference;
					context.isProven = isProven;
					context.text = isProven ? context.looking : context.text;
					follow( context, ref );
				} ),
			} );
		},
	},
} );
