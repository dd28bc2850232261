import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A browser without a screen: cookies, forms, redirects, and what the portal page says. */
export class Visitor {
	private readonly cookies = new Map< string, string >();

	private readonly name = randomBytes( 6 ).toString( 'hex' );

	/**
	 * @param page  The portal page.
	 * @param hooks Where the site writes down which login actions fired.
	 */
	constructor( private readonly page: string, private readonly hooks: string = '' ) {}

	/** Fills in the portal's form. Resolves to the sentence above the form, '' for none, or `dashboard`. */
	async logIn( username: string, password: string, nonce?: string ): Promise< string > {
		return this.read( await this.submit( username, password, nonce ) );
	}

	/** Fills in the portal's form. Resolves to the page that came back in the end. */
	async submit( username: string, password: string, nonce?: string ): Promise< string > {
		const form = await this.open( `${ this.page }?ppage=login` );
		const found = /name="csrf_token_nonce" value="([^"]+)"/.exec( form )?.[ 1 ] ?? '';
		return this.open( `${ this.page }?ppage=login`, new URLSearchParams( { username, password, csrf_token_nonce: nonce ?? found, 'atmpt-login': '' } ) );
	}

	async logInToWordPress( site: string, log: string, pwd: string ): Promise< void > {
		this.cookies.set( 'wordpress_test_cookie', 'WP%20Cookie%20check' );
		await this.open( `${ site }/wp-login.php`, new URLSearchParams( { log, pwd, testcookie: '1' } ) );
		if ( ! [ ...this.cookies.keys() ].some( ( name ) => name.startsWith( 'wordpress_logged_in' ) ) ) {
			throw new Error( `${ log } could not log in to WordPress.` );
		}
	}

	/** What the portal page says to somebody who just opens it. */
	async view(): Promise< string > {
		return this.read( await this.open( `${ this.page }?ppage=login` ) );
	}

	/** Whether the portal is open to this visitor now, asked without the login form's chance to change it. */
	async isIn(): Promise< boolean > {
		return ( await this.fetch( `${ this.page }?ppage=dashboard` ) ).status === 200;
	}

	async logOut(): Promise< void > {
		await this.open( `${ this.page }?ppage=logout` );
	}

	/** WordPress's login actions that fired in this visitor's requests. */
	async firedHooks(): Promise< string[] > {
		const lines = ( await readFile( this.hooks, 'utf8' ).catch( () => '' ) ).split( '\n' );
		return lines.filter( ( line ) => line.startsWith( `${ this.name } ` ) ).map( ( line ) => line.slice( this.name.length + 1 ) );
	}

	private read( html: string ): string {
		if ( html.includes( 'ccgportal-dashboard' ) ) {
			return 'dashboard';
		}
		if ( ! html.includes( 'name="csrf_token_nonce"' ) ) {
			throw new Error( `Neither form nor dashboard: ${ html.slice( 0, 400 ) }` );
		}
		return /<p class="ccgportal-error"[^>]*>([^<]*)<\/p>/.exec( html )?.[ 1 ] ?? '';
	}

	/** Follows redirects, as a browser does. */
	private async open( url: string, body?: URLSearchParams ): Promise< string > {
		let response = await this.fetch( url, body );
		for ( let hops = 0; hops < 5 && response.status >= 300 && response.status < 400; hops++ ) {
			await response.arrayBuffer();
			response = await this.fetch( new URL( response.headers.get( 'location' ) ?? '', url ).href );
		}
		return response.text();
	}

	private async fetch( url: string, body?: URLSearchParams ): Promise< Response > {
		const response = await fetch( url, {
			redirect: 'manual',
			headers: { Cookie: [ ...this.cookies ].map( ( [ name, value ] ) => `${ name }=${ value }` ).join( '; ' ), 'X-Visitor': this.name },
			...( body === undefined ? {} : { method: 'POST', body } ),
		} );
		for ( const cookie of response.headers.getSetCookie() ) {
			const [ name = '', value = '' ] = ( cookie.split( ';' )[ 0 ] ?? '' ).split( /=(.*)/ );
			if ( value === '' || /expires=[^;]*19\d\d|max-age=0/i.test( cookie ) ) {
				this.cookies.delete( name );
			} else {
				this.cookies.set( name, value );
			}
		}
		return response;
	}
}
