/**
 * Reads the package archive that a Debian machine already uses, so that no archive's address stands in this project.
 */

export interface AptSource {
	readonly types: readonly string[];
	readonly uris: readonly string[];
	readonly suites: readonly string[];
	readonly components: readonly string[];
	/** `Signed-By` as written: a path, fingerprints, or a key block with its indented lines; '' where none. */
	readonly signedBy: string;
	readonly trusted: boolean;
}

const words = ( text: string | undefined ): string[] => ( text ?? '' ).split( /\s+/ ).filter( ( word ) => word !== '' );

const isYes = ( text: string | undefined ): boolean => /^(yes|true|on|1)$/i.test( ( text ?? '' ).trim() );

/** One-line format: `deb [option=value …] uri suite component…`. See sources.list(5). */
const parseOneLine = ( text: string ): AptSource[] => {
	const sources: AptSource[] = [];
	for ( const raw of text.split( '\n' ) ) {
		const line = raw.replace( /#.*$/, '' ).trim();
		const match = /^(deb|deb-src)\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*(.*)$/.exec( line );
		if ( ! match ) {
			continue;
		}
		const [ , type = '', optionText, uri = '', suite = '', components ] = match;
		const options = new Map( words( optionText ).map( ( option ) => {
			const [ name = '', ...value ] = option.split( '=' );
			return [ name.toLowerCase(), value.join( '=' ) ] as const;
		} ) );
		sources.push( {
			types: [ type ],
			uris: [ uri ],
			suites: [ suite ],
			components: words( components ),
			signedBy: ( options.get( 'signed-by' ) ?? '' ).replace( /,/g, ' ' ),
			trusted: isYes( options.get( 'trusted' ) ),
		} );
	}
	return sources;
};

/** deb822 format: paragraphs of `Field: value`, continued on indented lines. */
const parseDeb822 = ( text: string ): AptSource[] => {
	const sources: AptSource[] = [];
	for ( const paragraph of text.split( /\n[ \t]*\n/ ) ) {
		const fields = new Map< string, string >();
		let current = '';
		for ( const line of paragraph.split( '\n' ) ) {
			if ( line.startsWith( '#' ) ) {
				continue;
			}
			const field = /^([A-Za-z][A-Za-z-]*):(.*)$/.exec( line );
			if ( field ) {
				current = ( field[ 1 ] ?? '' ).toLowerCase();
				fields.set( current, ( field[ 2 ] ?? '' ).trim() );
			} else if ( /^\s/.test( line ) && current !== '' ) {
				fields.set( current, `${ fields.get( current ) ?? '' }\n ${ line.trim() }` );
			}
		}
		if ( ! fields.has( 'uris' ) || /^(no|false|off|0)$/i.test( fields.get( 'enabled' ) ?? '' ) ) {
			continue;
		}
		sources.push( {
			types: words( fields.get( 'types' ) ),
			uris: words( fields.get( 'uris' ) ),
			suites: words( fields.get( 'suites' ) ),
			components: words( fields.get( 'components' ) ),
			signedBy: fields.get( 'signed-by' ) ?? '',
			trusted: isYes( fields.get( 'trusted' ) ),
		} );
	}
	return sources;
};

export const parseAptSources = ( fileName: string, text: string ): AptSource[] =>
	fileName.endsWith( '.sources' ) ? parseDeb822( text ) : parseOneLine( text );

const debianSuites = new Set( [ 'buster', 'bullseye', 'bookworm', 'trixie', 'forky', 'duke', 'sid', 'stable', 'testing', 'unstable', 'oldstable', 'oldoldstable' ] );

export interface DebianArchive {
	readonly uri: string;
	readonly signedBy: string;
	readonly trusted: boolean;
}

/** The archive that serves Debian's own main component, as opposed to security updates and third parties; null where there is none. */
export const findDebianArchive = ( sources: readonly AptSource[] ): DebianArchive | null => {
	for ( const source of sources ) {
		const isMain = source.types.includes( 'deb' ) && source.components.includes( 'main' ) && source.suites.some( ( suite ) => debianSuites.has( suite ) );
		const uri = source.uris.find( ( candidate ) => ! candidate.startsWith( 'cdrom:' ) );
		if ( isMain && uri !== undefined ) {
			return { uri, signedBy: source.signedBy, trusted: source.trusted };
		}
	}
	return null;
};

/** A deb822 file that names one suite of the archive. */
export const writeAptSource = ( archive: DebianArchive, suite: string ): string =>
	[
		'Types: deb',
		`URIs: ${ archive.uri }`,
		`Suites: ${ suite }`,
		'Components: main',
		...( archive.signedBy === '' ? [] : [ `Signed-By: ${ archive.signedBy }` ] ),
		...( archive.trusted ? [ 'Trusted: yes' ] : [] ),
		'',
	].join( '\n' );
