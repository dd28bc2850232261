import type { RunResult } from '../process/run';
import { wpCliArguments } from '../wp-cli/install';
import type { Engine } from './engine';

export type Wp = ( args: readonly string[] ) => Promise< RunResult >;

/** What comes between `php` and a command for a demo's site. */
export const wpCommandLine = async ( siteDir: string, url: string, log: ( message: string ) => void ): Promise< readonly string[] > => [
	...( await wpCliArguments( log ) ),
	`--path=${ siteDir }`,
	`--url=${ url }`,
	'--allow-root',
	'--no-color',
];

/** WP-CLI on a demo's site. */
export const wpOn = async ( engine: Engine, url: string, log: ( message: string ) => void ): Promise< Wp > => {
	const own = await wpCommandLine( engine.siteDir, url, log );
	return ( args ) => engine.php( [ ...own, ...args ] );
};

/** The same for a command that has to succeed. */
export const mustWp = async ( wp: Wp, args: readonly string[] ): Promise< string > => {
	const { code, stdout, stderr } = await wp( args );
	if ( code !== 0 ) {
		const command = args.filter( ( argument ) => ! argument.startsWith( '--' ) ).slice( 0, 3 ); // Options may hold secrets.
		throw new Error( `wp ${ command.join( ' ' ) } ended with code ${ code }: ${ `${ stderr }\n${ stdout }`.trim().slice( -1500 ) }` );
	}
	return stdout;
};
