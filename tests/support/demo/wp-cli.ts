import { wpCliArguments } from '../wp-cli/install';
import type { Engine } from './engine';
import type { RunResult } from '../process/run';

export type Wp = ( args: readonly string[] ) => Promise< RunResult >;

/** WP-CLI on a demo's site. */
export const wpOn = async ( engine: Engine, url: string, log: ( message: string ) => void ): Promise< Wp > => {
	const own = await wpCliArguments( log );
	return ( args ) => engine.php( [ ...own, `--path=${ engine.siteDir }`, `--url=${ url }`, '--allow-root', ...args ] );
};

/** The same for a command that has to succeed. */
export const mustWp = async ( wp: Wp, args: readonly string[] ): Promise< string > => {
	const { code, stdout, stderr } = await wp( args );
	if ( code !== 0 ) {
		throw new Error( `wp ${ args.slice( 0, 3 ).join( ' ' ) } ended with code ${ code }: ${ `${ stderr }\n${ stdout }`.trim().slice( -1500 ) }` );
	}
	return stdout;
};
