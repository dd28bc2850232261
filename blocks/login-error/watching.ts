/** How long the answer to a form that a script sent may take. */
const WATCH_MS = 20_000;

const LOOK_MS = 400;

/** Longest sentence that is worth asking about; a refusal is short. */
const MOST_CHARACTERS = 300;

const MOST_SENTENCES = 5;

export interface Carried {
	readonly reference: string;
	readonly isProven: boolean;
}

/** The reference that the server left in its cookie for a page that is not the answer to the form itself; null where there is none. */
export const carried = ( cookies: string, name: string ): Carried | null => {
	const found = new RegExp( `(?:^|; )${ name }=([0-9A-Z]{4})([0-9A-Z]{4})(\\.p)?(?:;|$)` ).exec( cookies );
	return found ? { reference: `${ found[ 1 ] }-${ found[ 2 ] }`, isProven: found[ 3 ] !== undefined } : null;
};

/** Whether a form asks for a name and one password: two are a registration, or a change. */
export const isLoginForm = ( form: HTMLFormElement ): boolean =>
	form.querySelectorAll( 'input[type="password"]' ).length === 1 && form.querySelector( 'input[type="text"], input[type="email"], input:not([type])' ) !== null;

/** Short sentences that came into the page, first come first. */
export const sentencesIn = ( nodes: Iterable< Node > ): string[] =>
	[ ...nodes ]
		.map( ( node ) => ( node.textContent ?? '' ).replace( /\s+/g, ' ' ).trim() )
		.filter( ( text ) => text.length > 5 && text.length <= MOST_CHARACTERS )
		.slice( 0, MOST_SENTENCES );

export interface WatchPorts {
	/** Of the cookie, asked again and again. */
	readonly carried: () => Carried | null;
	/** Asks the server whether these sentences are a refusal. */
	readonly ask: ( texts: readonly string[] ) => Promise< Carried | null >;
	readonly found: ( refusal: Carried ) => void;
}

/**
 * Watches the page beside the block after a login form was sent: for the reference of a refusal that the server saw, or for a sentence that a
 * script put into the page. The foreign form is never touched.
 */
export const watch = ( page: Document, own: Element, ports: WatchPorts ): void => {
	const added: Node[] = [];
	let ending = 0;
	let hasAsked = false;

	const observer = new MutationObserver( ( changes ) => {
		for ( const change of changes ) {
			if ( ! own.contains( change.target ) ) {
				added.push( ...( change.type === 'characterData' ? [ change.target ] : change.addedNodes ) );
			}
		}
	} );

	const look = async (): Promise< void > => {
		let refusal = ports.carried();
		const texts = sentencesIn( added.splice( 0 ) );
		if ( ! refusal && ! hasAsked && texts.length > 0 ) {
			hasAsked = true;
			refusal = await ports.ask( texts );
			hasAsked = refusal !== null;
		}
		if ( refusal || Date.now() > ending ) {
			observer.disconnect();
			ending = 0;
			if ( refusal ) {
				ports.found( refusal );
			}
			return;
		}
		setTimeout( () => void look(), LOOK_MS );
	};

	const begin = (): void => {
		const isFirst = ending === 0;
		ending = Date.now() + WATCH_MS;
		if ( isFirst ) {
			observer.observe( page.body, { childList: true, characterData: true, subtree: true } );
			setTimeout( () => void look(), LOOK_MS );
		}
	};

	page.addEventListener(
		'submit',
		( event ) => {
			if ( event.target instanceof HTMLFormElement && isLoginForm( event.target ) ) {
				// A form that no script stops is answered by a page, which shows the message itself. Who stops it is known once all have had their say.
				setTimeout( () => {
					if ( event.defaultPrevented ) {
						begin();
					}
				} );
			}
		},
		true
	);
};
