import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { prefixCode, prefixVendor } from './prefix-vendor';
import { root } from './root';

describe( 'prefixCode', () => {
	it.each( [
		[ 'a declaration', 'namespace GraphQL\\Type;', 'namespace Causeway\\Vendor\\GraphQL\\Type;' ],
		[ 'the bare namespace', 'namespace GraphQL;', 'namespace Causeway\\Vendor\\GraphQL;' ],
		[ 'an import', 'use GraphQL\\Error\\Error;', 'use Causeway\\Vendor\\GraphQL\\Error\\Error;' ],
		[ 'a function import', 'use function GraphQL\\foo;', 'use function Causeway\\Vendor\\GraphQL\\foo;' ],
		[ 'a fully qualified name', '\\GraphQL\\GraphQL::executeQuery()', '\\Causeway\\Vendor\\GraphQL\\GraphQL::executeQuery()' ],
		[ 'a docblock', '/** @var array<\\GraphQL\\Type\\Schema> */', '/** @var array<\\Causeway\\Vendor\\GraphQL\\Type\\Schema> */' ],
		[ 'a name in a string', "'GraphQL\\\\Type'", "'Causeway\\\\Vendor\\\\GraphQL\\\\Type'" ],
	] )( 'moves %s', ( _name, before, after ) => {
		expect( prefixCode( before, 'GraphQL' ) ).toBe( after );
	} );

	it.each( [ [ 'another namespace that ends alike', 'use MyGraphQL\\Thing;' ], [ 'a sentence', "'GraphQL cannot represent this'" ], [ 'a variable', '$GraphQL->x' ] ] )(
		'leaves %s',
		( _name, code ) => {
			expect( prefixCode( code, 'GraphQL' ) ).toBe( code );
		}
	);
} );

describe( 'prefixVendor', () => {
	const outDir = mkdtempSync( path.join( os.tmpdir(), 'causeway-vendor-' ) );
	afterAll( () => rmSync( outDir, { recursive: true, force: true } ) );

	it( 'answers a query beside a foreign class of the original name', () => {
		prefixVendor( path.join( root, 'vendor' ), outDir );
		const script = `
			namespace GraphQL { final class GraphQL { public static function executeQuery(): never { throw new \\LogicException( 'the foreign copy was called' ); } } }
			namespace {
				error_reporting( E_ALL & ~E_DEPRECATED );
				spl_autoload_register( static function ( string $class ): void {
					$prefix = 'Causeway\\\\Vendor\\\\';
					if ( str_starts_with( $class, $prefix ) ) { require getenv( 'OUT' ) . '/' . str_replace( '\\\\', '/', substr( $class, strlen( $prefix ) ) ) . '.php'; }
				} );
				$schema = \\Causeway\\Vendor\\GraphQL\\Utils\\BuildSchema::build( 'type Query { hello: String }' );
				echo json_encode( \\Causeway\\Vendor\\GraphQL\\GraphQL::executeQuery( $schema, '{ hello __typename }', [ 'hello' => 'there' ] )->toArray() );
				foreach ( get_declared_classes() as $class ) { if ( str_starts_with( $class, 'GraphQL\\\\' ) && 'GraphQL\\\\GraphQL' !== $class ) { exit( 1 ); } }
			}`;
		const answer = execFileSync( 'php', [ '-r', script ], { encoding: 'utf8', env: { ...process.env, OUT: outDir } } );
		expect( JSON.parse( answer ) ).toEqual( { data: { hello: 'there', __typename: 'Query' } } );
	} );
} );
