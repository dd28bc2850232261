/**
 * Moves the PHP libraries that we ship into our own namespace, `Causeway\Vendor\`.
 *
 * WPGraphQL ships `webonyx/graphql-php` under its own name; two versions of one class in a process would break whichever loads second.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One library to ship: its Composer folder, its namespace, the folder of its sources. */
export interface Library {
	readonly name: string;
	readonly namespace: string;
	readonly source: string;
	readonly license: string;
}

export const libraries: readonly Library[] = [ { name: 'webonyx/graphql-php', namespace: 'GraphQL', source: 'src', license: 'LICENSE' } ];

const PREFIX = 'Causeway\\Vendor\\';

/**
 * The same PHP code with each name of `namespace` moved below the prefix: declarations, imports, qualified names, names in strings and docblocks.
 *
 * A name counts only where it starts at a boundary, so `MyGraphQL\X` and a property called `$GraphQL` stay as they are.
 */
export const prefixCode = ( code: string, namespace: string ): string =>
	code
		.replace( new RegExp( `^(namespace\\s+)${ namespace }(?=[\\\\;\\s{])`, 'gm' ), ( _match, keyword: string ) => `${ keyword }${ PREFIX }${ namespace }` )
		.replace( new RegExp( `(?<![\\w\\\\$])(\\\\?)${ namespace }\\\\(?=[A-Za-z_])`, 'g' ), ( match: string, leading: string, offset: number ) => {
			const isDeclaration = /(^|\n)namespace\s+(Causeway\\Vendor\\)?$/.test( code.slice( Math.max( 0, offset - 40 ), offset ) );
			return isDeclaration ? match : `${ leading }${ PREFIX }${ namespace }\\`;
		} )
		.replace(
			new RegExp( `(['"])${ namespace }\\\\\\\\`, 'g' ),
			( _match, quote: string ) => `${ quote }${ PREFIX.replaceAll( '\\', '\\\\' ) }${ namespace }\\\\`
		);

const walk = ( directory: string, visit: ( file: string ) => void ): void => {
	for ( const entry of readdirSync( directory, { withFileTypes: true } ) ) {
		const full = path.join( directory, entry.name );
		if ( entry.isDirectory() ) {
			walk( full, visit );
		} else if ( entry.name.endsWith( '.php' ) ) {
			visit( full );
		}
	}
};

/** Writes the prefixed libraries: `<outDir>/GraphQL/…` holds `Causeway\Vendor\GraphQL\…`. */
export const prefixVendor = ( vendorDir: string, outDir: string ): void => {
	rmSync( outDir, { recursive: true, force: true } );
	for ( const library of libraries ) {
		const from = path.join( vendorDir, library.name );
		if ( ! existsSync( from ) ) {
			throw new Error( `${ library.name } is not installed: run composer install.` );
		}
		const source = path.join( from, library.source );
		const target = path.join( outDir, library.namespace );
		mkdirSync( target, { recursive: true } );
		cpSync( path.join( from, library.license ), path.join( target, 'LICENSE' ) );
		walk( source, ( file ) => {
			const destination = path.join( target, path.relative( source, file ) );
			mkdirSync( path.dirname( destination ), { recursive: true } );
			writeFileSync( destination, prefixCode( readFileSync( file, 'utf8' ), library.namespace ) );
		} );
	}
};
