import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cache } from '../paths';
import { mustRun } from '../process/run';

/**
 * Packagist's mirror has WP-CLI's framework and the entity commands (user, post, option, site, …) only; `commands.php` adds the others that we use.
 *
 * symfony/finder stands here because newer ones need a newer PHP, and WP-CLI's own bounds are ignored.
 */
const manifest = {
	require: { 'wp-cli/wp-cli': '2.4.1', 'wp-cli/entity-command': '2.0.7', 'symfony/finder': '^5.4 || ^6.4' },
	config: { lock: false, 'allow-plugins': {} },
};

/** Arguments that come before WP-CLI's own: `php <these> --path=… user list`. Installs WP-CLI into the cache once. */
export const wpCliArguments = async ( log: ( message: string ) => void ): Promise< readonly string[] > => {
	const dir = path.join( cache, 'wp-cli' );
	const wanted = JSON.stringify( manifest, null, '\t' );
	const isReady = ( await readFile( path.join( dir, 'composer.json' ), 'utf8' ).catch( () => '' ) ) === wanted &&
		( await access( path.join( dir, 'vendor', 'autoload.php' ) ).then( () => true, () => false ) );
	if ( ! isReady ) {
		log( 'WP-CLI: installing' );
		const work = `${ dir }.making-${ process.pid }`;
		await rm( work, { recursive: true, force: true } );
		await mkdir( work, { recursive: true } );
		await writeFile( path.join( work, 'composer.json' ), wanted );
		await mustRun( 'composer', [ 'install', '--no-interaction', '--no-progress', '--no-dev', '--quiet', '--ignore-platform-reqs' ], {
			cwd: work,
			env: { COMPOSER_ALLOW_SUPERUSER: '1' },
			timeoutMs: 300_000,
		} );
		await rm( dir, { recursive: true, force: true } );
		await rename( work, dir );
	}
	return [
		// WP-CLI 2.4 is older than PHP 8.2's deprecations. WordPress sets its own level later; `commands.php` keeps WP-CLI's apart from the site's.
		'-d', 'error_reporting=8191',
		'-d', 'display_errors=stderr',
		'-d', 'memory_limit=512M',
		path.join( dir, 'vendor', 'wp-cli', 'wp-cli', 'php', 'boot-fs.php' ),
		`--require=${ path.join( __dirname, 'commands.php' ) }`,
	];
};
