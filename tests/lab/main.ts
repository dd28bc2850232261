/**
 * `npm run lab`: runs the simulators until Ctrl-C. `--json` prints one line for programs; `--ports=<api>,<accounts>,<control>` fixes those of Zoho CRM.
 */
import { startLab, type Lab } from './lab';

/** `base`, or `credentials: clientId`, and its value, for everything that a system tells of itself. */
function rowsOf( values: object, prefix = '' ): [ string, string ][] {
	return Object.entries( values ).flatMap( ( [ name, value ]: [ string, unknown ] ): [ string, string ][] =>
		typeof value === 'object' && value !== null ? rowsOf( value, `${ prefix }${ name }: ` ) : [ [ `${ prefix }${ name }`, String( value ) ] ]
	);
}

function table( { stop: _, ...systems }: Lab ): string {
	return Object.entries( systems )
		.map( ( [ id, system ] ) => {
			const rows = rowsOf( system );
			const width = Math.max( ...rows.map( ( [ name ] ) => name.length ) );
			return [ id, ...rows.map( ( [ name, value ] ) => `  ${ name.padEnd( width ) }  ${ value }` ) ].join( '\n' );
		} )
		.join( '\n\n' );
}

async function main(): Promise< void > {
	const sent = process.argv.find( ( argument ) => argument.startsWith( '--ports=' ) )?.slice( '--ports='.length );
	const [ api, accounts, control ] = ( sent ?? '' ).split( ',' ).map( Number );
	const lab = await startLab( api && accounts && control ? { ports: { 'zoho-crm': { api, accounts, control } } } : {} );
	const { stop: stopAll, ...systems } = lab;
	process.stdout.write( process.argv.includes( '--json' ) ? `${ JSON.stringify( systems ) }\n` : `${ table( lab ) }\n\nControl addresses answer /state, /faults and /calls. Ctrl-C stops.\n` );
	const stop = () => {
		void stopAll().then( () => process.exit( 0 ) );
	};
	process.once( 'SIGINT', stop );
	process.once( 'SIGTERM', stop );
}

main().catch( ( error: unknown ) => {
	const code = error instanceof Error && 'code' in error ? String( error.code ) : '';
	const text = error instanceof Error ? error.message : String( error );
	process.stderr.write( code === 'EADDRINUSE' ? `The lab cannot start: a port is taken (${ text }). Stop the other program or choose other ports.\n` : `The lab cannot start: ${ text }\n` );
	process.exit( 1 );
} );
