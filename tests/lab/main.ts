/**
 * `npm run lab`: runs the simulators until Ctrl-C. `--json` prints one line for programs; `--ports=<base>,<accounts>,<control>` fixes the ports.
 */
import { startLab, type Lab, type LabSystem } from './lab';

function table( lab: Lab ): string {
	const system = lab[ 'zoho-crm' ];
	const rows: [ string, string ][] = [
		[ 'API', system.base ],
		[ 'Accounts', system.accounts ],
		[ 'Control', `${ system.control }  (/state, /faults, /calls)` ],
	];
	for ( const [ name, credentials ] of [
		[ 'Causeway', system.credentials ],
		[ 'Portal', system.portalCredentials ],
	] as const ) {
		rows.push(
			[ `${ name }: client id`, credentials.clientId ],
			[ `${ name }: secret`, credentials.clientSecret ],
			[ `${ name }: refresh token`, credentials.refreshToken ]
		);
	}
	const width = Math.max( ...rows.map( ( [ name ] ) => name.length ) );
	return [ 'Zoho CRM (Northwind Partners)', ...rows.map( ( [ name, value ] ) => `  ${ name.padEnd( width ) }  ${ value }` ) ].join( '\n' );
}

async function main(): Promise< void > {
	const sent = process.argv.find( ( argument ) => argument.startsWith( '--ports=' ) )?.slice( '--ports='.length );
	const [ base, accounts, control ] = ( sent ?? '' ).split( ',' ).map( Number );
	const lab = await startLab(
		base && accounts && control ? { ports: { 'zoho-crm': { base, accounts, control } } } : {}
	);
	const systems: Record< 'zoho-crm', LabSystem > = { 'zoho-crm': lab[ 'zoho-crm' ] };
	process.stdout.write( process.argv.includes( '--json' ) ? `${ JSON.stringify( systems ) }\n` : `${ table( lab ) }\n\nCtrl-C stops.\n` );
	const stop = () => {
		void lab.stop().then( () => process.exit( 0 ) );
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
