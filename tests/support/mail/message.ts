/**
 * Reads a mail as it came over the wire: the headers that a person looks at, and its text.
 */

export interface Message {
	readonly id: number;
	/** ISO time of arrival. */
	readonly at: string;
	readonly from: string;
	readonly to: readonly string[];
	readonly subject: string;
	/** The plain text; of a mail that has only HTML, its text without the tags. */
	readonly text: string;
	/** '' where the mail has no HTML part. */
	readonly html: string;
	/** By lower-case name; of a repeated header, the last. */
	readonly headers: Readonly< Record< string, string > >;
}

interface Part {
	readonly headers: Readonly< Record< string, string > >;
	readonly body: string;
}

/** Bytes are kept one to a character (`latin1`) until a part's own character set is known. */
const split = ( raw: string ): Part => {
	const [ head = '', ...rest ] = raw.replace( /\r\n/g, '\n' ).split( /\n\n/ );
	const headers: Record< string, string > = {};
	for ( const line of head.replace( /\n[ \t]+/g, ' ' ).split( '\n' ) ) {
		const colon = line.indexOf( ':' );
		if ( colon > 0 ) {
			headers[ line.slice( 0, colon ).trim().toLowerCase() ] = line.slice( colon + 1 ).trim();
		}
	}
	return { headers, body: rest.join( '\n\n' ) };
};

const decode = ( bytes: Buffer, charset: string ): string => {
	try {
		return new TextDecoder( charset ).decode( bytes );
	} catch {
		return bytes.toString( 'latin1' );
	}
};

const quotedPrintable = ( text: string ): Buffer =>
	Buffer.from(
		text.replace( /=\n/g, '' ).replace( /=([0-9A-Fa-f]{2})/g, ( _, hex: string ) => String.fromCharCode( parseInt( hex, 16 ) ) ),
		'latin1'
	);

/** Undoes RFC 2047, in which a header says its words in other character sets than ASCII. */
const headerText = ( value: string ): string =>
	value
		.replace( /\?=\s+=\?/g, '?==?' )
		.replace( /=\?([^?]+)\?([bqBQ])\?([^?]*)\?=/g, ( _, charset: string, kind: string, text: string ) =>
			decode( kind.toLowerCase() === 'b' ? Buffer.from( text, 'base64' ) : quotedPrintable( text.replace( /_/g, ' ' ) ), charset )
		);

const parameter = ( header: string, name: string ): string =>
	new RegExp( `${ name }="?([^";]+)"?`, 'i' ).exec( header )?.[ 1 ] ?? '';

interface Contents {
	text: string;
	html: string;
}

const collect = ( part: Part, contents: Contents ): void => {
	const type = part.headers[ 'content-type' ] ?? 'text/plain';
	const boundary = parameter( type, 'boundary' );
	if ( /^multipart\//i.test( type ) && boundary !== '' ) {
		for ( const piece of part.body.split( `--${ boundary }` ).slice( 1, -1 ) ) {
			collect( split( piece.replace( /^\n/, '' ) ), contents );
		}
		return;
	}
	const encoding = ( part.headers[ 'content-transfer-encoding' ] ?? '' ).toLowerCase();
	let bytes: Buffer = Buffer.from( part.body, 'latin1' );
	if ( encoding === 'base64' ) {
		bytes = Buffer.from( part.body, 'base64' );
	} else if ( encoding === 'quoted-printable' ) {
		bytes = quotedPrintable( part.body );
	}
	const text = decode( bytes, parameter( type, 'charset' ) || 'utf-8' );
	if ( /^text\/html/i.test( type ) ) {
		contents.html ||= text;
	} else if ( /^text\//i.test( type ) ) {
		contents.text ||= text;
	}
};

/** What a person reads of a mail that has only HTML. Shown as text, never as markup. */
const withoutTags = ( html: string ): string =>
	html
		.replace( /<(style|script)[\s\S]*?<\/\1>/gi, '' )
		.replace( /<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, '$2 ($1)' )
		.replace( /<(br|\/p|\/div|\/li|\/h\d|\/tr)[^>]*>/gi, '\n' )
		.replace( /<[^>]+>/g, '' )
		.replace( /&(lt|gt|quot|#0?39|nbsp);/g, ( _, name: string ) => ( { lt: '<', gt: '>', quot: '"', nbsp: ' ' } )[ name ] ?? "'" )
		.replace( /&amp;/g, '&' );

export const readMessage = ( raw: Buffer, envelope: { readonly from: string; readonly to: readonly string[] }, id: number ): Message => {
	const whole = split( raw.toString( 'latin1' ) );
	const contents: Contents = { text: '', html: '' };
	collect( whole, contents );
	return {
		id,
		at: new Date().toISOString(),
		from: headerText( whole.headers.from ?? envelope.from ),
		to: envelope.to,
		subject: headerText( whole.headers.subject ?? '' ),
		text: ( contents.text || withoutTags( contents.html ) ).trim(),
		html: contents.html,
		headers: whole.headers,
	};
};
