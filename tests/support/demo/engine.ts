/**
 * What runs the demo's PHP: the machine's own (`native`), or WordPress Playground's, which is PHP compiled to WebAssembly (`playground`).
 */
import { run, type RunResult } from '../process/run';

export type EngineName = 'native' | 'playground';

export interface Engine {
	readonly name: EngineName;
	/** Runs a PHP program of this machine with the site's files within reach, as `php [-d name=value …] <script> <arguments>` does. */
	php: ( args: readonly string[] ) => Promise< RunResult >;
	/** The site's folder as PHP sees it. */
	readonly siteDir: string;
	stop: () => Promise< void >;
}

/** Why this machine's PHP cannot run the demo; null where it can. */
export const nativeUnusable = async (): Promise< string | null > => {
	const { code, stdout } = await run( 'php', [
		'-r',
		'echo json_encode( [ PHP_VERSION_ID >= 80100, extension_loaded( "pdo_sqlite" ), class_exists( "PDO" ) && in_array( "sqlite", PDO::getAvailableDrivers(), true ) ] );',
	] );
	if ( code !== 0 ) {
		return 'there is no PHP on this machine';
	}
	const [ isNewEnough, hasExtension, hasDriver ] = JSON.parse( stdout ) as boolean[];
	if ( ! isNewEnough ) {
		return 'the PHP of this machine is older than 8.1';
	}
	return hasExtension && hasDriver ? null : 'the PHP of this machine has no SQLite (extension pdo_sqlite)';
};

export const chooseEngine = async ( wanted: string | undefined ): Promise< EngineName > => {
	if ( wanted !== undefined && wanted !== 'native' && wanted !== 'playground' ) {
		throw new Error( `There is no engine “${ wanted }”: choose --engine=native or --engine=playground.` );
	}
	if ( wanted === 'playground' ) {
		return 'playground';
	}
	const reason = await nativeUnusable();
	if ( wanted === 'native' && reason !== null ) {
		throw new Error( `The native engine cannot run: ${ reason }. Use --engine=playground.` );
	}
	return reason === null ? 'native' : 'playground';
};
