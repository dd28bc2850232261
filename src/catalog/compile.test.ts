import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkCatalog } from './check';
import { compile } from './compile';
import { loadCatalog } from './load';
import { phpValue, translated } from './php';
import type { Symptom } from './types';

const root = path.resolve( __dirname, '..', '..' );

describe( 'the compiler', () => {
	it( 'gives the same bytes for the same sources, and another version for another text', async () => {
		const catalog = await loadCatalog( root );
		const first = compile( catalog );
		expect( compile( await loadCatalog( root ) ) ).toEqual( first );

		const [ one, ...others ] = catalog.causes;
		const changed = compile( { ...catalog, causes: [ { ...one!, value: { ...one!.value, title: 'Another title' } }, ...others ] } );
		const version = ( json: string ): string => ( JSON.parse( json ) as { version: string } ).version;
		expect( version( changed[ 'catalog.json' ] ) ).not.toBe( version( first[ 'catalog.json' ] ) );
		expect( version( first[ 'catalog.json' ] ) ).toMatch( /^[0-9a-f]{16}$/ );
	} );

	it( 'writes PHP that reads back as the JSON says', async () => {
		const compiled = compile( await loadCatalog( root ) );
		const folder = mkdtempSync( path.join( tmpdir(), 'catalog-' ) );
		try {
			mkdirSync( path.join( folder, 'catalog' ) );
			for ( const [ name, content ] of Object.entries( compiled ) ) {
				writeFileSync( path.join( folder, name ), content );
			}
			const script = `
				function __( $text, $domain ) { if ( 'causeway' !== $domain ) { exit( 1 ); } return $text; }
				$rules = require $argv[1] . '/catalog/rules.php';
				$texts = require $argv[1] . '/catalog/texts.php';
				$login = require $argv[1] . '/catalog/classifier.php';
				$titles = array_map( fn ( $cause ) => $cause()['title'], $texts['causes'] );
				echo json_encode( [ $rules['version'], $login['version'], array_map( fn ( $cause ) => $cause['system'] . '/' . $cause['cause'], $rules['causes'] ), $titles ] );
			`;
			const run = spawnSync( 'php', [ '-r', script, folder ], { encoding: 'utf8' } );
			const [ rulesVersion, loginVersion, ids, titles ] = JSON.parse( run.stdout ) as [ string, string, string[], Record< string, string > ];
			const json = JSON.parse( compiled[ 'catalog.json' ] ) as { version: string; causes: ReadonlyArray< { system: string; id: string; title: string } > };
			expect( [ rulesVersion, loginVersion ] ).toEqual( [ json.version, json.version ] );
			expect( ids ).toEqual( json.causes.map( ( cause ) => `${ cause.system }/${ cause.id }` ) );
			expect( Object.values( titles ) ).toEqual( json.causes.map( ( cause ) => cause.title ) );
		} finally {
			rmSync( folder, { recursive: true } );
		}
	} );

	it( 'keeps the login path’s file small and free of texts', async () => {
		const file = compile( await loadCatalog( root ) )[ 'catalog/classifier.php' ];
		expect( file.length ).toBeLessThan( 256 * 1024 );
		expect( file ).not.toContain( '__(' );
	} );

	it( 'puts what stands for several causes behind every sentence that says more', async () => {
		const { systems, causes } = await loadCatalog( root );
		const [ first, ...others ] = systems;
		const sentence = ( id: string, opaque: boolean ): Symptom => ( {
			id,
			title: id,
			entry: [ 'portal-page' ],
			pattern: id,
			proves: 'nothing',
			opaque,
			examples: { matches: [ id ], misses: [ '' ] },
		} );
		const symptoms = [ sentence( 'vague', true ), sentence( 'exact', false ) ];
		const file = compile( { systems: [ { ...first!, value: { ...first!.value, symptoms } }, ...others ], causes } )[ 'catalog/classifier.php' ];
		const list = file.slice( file.indexOf( "'patterns'" ) );
		expect( list.indexOf( ":exact'" ) ).toBeGreaterThan( 0 );
		expect( list.indexOf( ":vague'" ) ).toBeGreaterThan( list.indexOf( ":exact'" ) );
	} );

	it.each( [
		[ "it's", "'it\\'s'" ],
		[ 'back\\slash', "'back\\\\slash'" ],
		[ '$x ?> <?php', "'$x ?> <?php'" ],
		[ [ 1, true, null ], '[\n\t1,\n\ttrue,\n\tnull,\n]' ],
		[ {}, '[]' ],
	] )( 'quotes %j', ( value, expected ) => {
		expect( phpValue( value ) ).toBe( expected );
	} );

	it( 'wants a translators’ comment where there is a placeholder', () => {
		expect( () => translated( 'Hello %s' ) ).toThrow( /translators/ );
		expect( translated( 'Hello %s', '%s: a name.' ).source ).toBe( "/* translators: %s: a name. */ __( 'Hello %s', 'causeway' )" );
		expect( translated( 'At 90 percent' ).source ).toBe( "__( 'At 90 percent', 'causeway' )" );
	} );
} );

describe( 'the catalog itself', () => {
	it( 'has no problem', async () => {
		expect( checkCatalog( await loadCatalog( root ), { implemented: null, vendorShingles: new Set() } ) ).toEqual( [] );
	} );

	it( 'knows the four points of the portal vendor’s own troubleshooting page', async () => {
		const ids = ( await loadCatalog( root ) ).causes.map( ( { value } ) => `${ value.system }/${ value.id }` );
		expect( ids ).toEqual(
			expect.arrayContaining( [
				'catalyst-connect/portal-subscription-calls-used-up',
				'zoho-crm/contact-without-account',
				'zoho-crm/username-field-deleted',
				'zoho-crm/contact-in-recycle-bin',
			] )
		);
	} );
} );
