import { access, chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';

import { findProgram, run } from '../process/run';
import { missingSentence, type Requirement, requirementsFor, type Suite } from './requirements';

export interface SystemReport {
	/** Version of the PHP on PATH, as `8.2`. */
	readonly php: string;
	readonly missing: readonly Requirement[];
	/** One sentence for each missing thing. */
	readonly sentences: readonly string[];
	/** Whether everything that this suite needs is here. */
	readonly canRun: ( suite: Suite ) => boolean;
}

const phpVersion = async (): Promise< string > => {
	const { code, stdout } = await run( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] );
	if ( code !== 0 ) {
		throw new Error( 'PHP is missing: install PHP 8.1 or newer with Composer.' );
	}
	return stdout.trim();
};

const findMissing = async ( requirements: readonly Requirement[] ): Promise< Requirement[] > => {
	const extensions = new Set( ( await run( 'php', [ '-m' ] ) ).stdout.toLowerCase().split( /\s+/ ) );
	const missing: Requirement[] = [];
	for ( const requirement of requirements ) {
		const { test } = requirement;
		let isHere: boolean;
		if ( 'programs' in test ) {
			isHere = ( await findProgram( ...test.programs ) ) !== null;
		} else if ( 'extension' in test ) {
			isHere = extensions.has( test.extension );
		} else {
			isHere = ( await readdir( test.folder ).catch( () => [] ) ).length > 0;
		}
		if ( ! isHere ) {
			missing.push( requirement );
		}
	}
	return missing;
};

const isRootOnDebian = async (): Promise< boolean > => {
	const release = await readFile( '/etc/os-release', 'utf8' ).catch( () => '' );
	return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test( release ) && ( await findProgram( 'apt-get' ) ) !== null;
};

const policyFile = '/usr/sbin/policy-rc.d';

/** Runs `work` while no package may start a service: the suites run instances of their own. */
const withoutServices = async < T >( work: () => Promise< T > ): Promise< T > => {
	const isThere = await access( policyFile ).then( () => true, () => false );
	if ( ! isThere ) {
		await writeFile( policyFile, '#!/bin/sh\nexit 101\n' );
		await chmod( policyFile, 0o755 );
	}
	try {
		return await work();
	} finally {
		if ( ! isThere ) {
			await rm( policyFile, { force: true } );
		}
	}
};

const install = async ( packages: readonly string[], log: ( message: string ) => void ): Promise< string | null > => {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	const aptGet = ( ...args: readonly string[] ) =>
		run( 'apt-get', [ '-q', '-o', 'DPkg::Lock::Timeout=180', ...args ], { env, timeoutMs: 1_200_000 } );
	const attempt = () => withoutServices( () => aptGet( 'install', '-y', '--no-install-recommends', ...packages ) );

	const lists = await readdir( '/var/lib/apt/lists' ).catch( () => [] as string[] );
	const hasLists = lists.some( ( name ) => name.includes( '_Packages' ) );
	if ( ! hasLists ) {
		log( 'System: reading Debian’s package lists (apt-get update)' );
		await aptGet( 'update' );
	}
	log( `System: installing ${ packages.join( ' ' ) }` );
	let result = await attempt();
	if ( result.code !== 0 && hasLists ) {
		log( 'System: the package lists are old; reading them again' );
		await aptGet( 'update' );
		result = await attempt();
	}
	return result.code === 0 ? null : `${ result.stdout }\n${ result.stderr }`.trim().split( '\n' ).slice( -3 ).join( ' ' );
};

/**
 * Makes sure that the machine has what the suites need; as root on Debian by installing it, elsewhere by saying what is missing.
 *
 * Never rejects for something that is missing: the report says which suites cannot run, and the caller must not be green then.
 */
export const prepareSystem = async ( suites: readonly Suite[], log: ( message: string ) => void ): Promise< SystemReport > => {
	const php = await phpVersion();
	const needed = requirementsFor( php ).filter( ( requirement ) => requirement.suites.some( ( suite ) => suites.includes( suite ) ) );
	let missing = await findMissing( needed );
	if ( missing.length > 0 && ( await isRootOnDebian() ) ) {
		const failure = await install( [ ...new Set( missing.flatMap( ( { packages } ) => packages ) ) ], log );
		if ( failure !== null ) {
			log( `System: apt-get could not install everything: ${ failure }` );
		}
		missing = await findMissing( needed );
	}
	return {
		php,
		missing,
		sentences: missing.map( ( requirement ) => missingSentence( requirement, suites ) ),
		canRun: ( suite ) => ! missing.some( ( requirement ) => requirement.suites.includes( suite ) ),
	};
};
