import { findProgram, mustRun, run } from '../process/run';
import { startNginx } from '../servers/nginx';
import { startPhpCliServer } from '../servers/php-cli';
import { startPhpFpm } from '../servers/php-fpm';
import type { Engine } from './engine';

type Stop = () => Promise< void >;

/** nginx with PHP-FPM where both are here: then an answer leaves before the work that follows it. Otherwise PHP's own server. */
const serve = async ( root: string, port: number ): Promise< Stop > => {
	const version = ( await mustRun( 'php', [ '-r', 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' ] ) ).stdout.trim();
	const programs = await Promise.all( [ findProgram( 'nginx' ), findProgram( 'openssl' ), findProgram( `php-fpm${ version }`, 'php-fpm' ) ] );
	if ( programs.includes( null ) ) {
		return ( await startPhpCliServer( { root, port, workers: 6 } ) ).stop;
	}
	const fpm = await startPhpFpm();
	try {
		const nginx = await startNginx( { root, fpm: [ fpm.socket ], port } );
		return async () => {
			await nginx.stop();
			await fpm.stop();
		};
	} catch ( error ) {
		await fpm.stop();
		throw error;
	}
};

/** The machine's PHP. With a port it also serves the site. */
export const startNative = async ( siteDir: string, port?: number ): Promise< Engine > => {
	const stop = port === undefined ? null : await serve( siteDir, port );
	return {
		name: 'native',
		siteDir,
		php: ( args ) => run( 'php', args ),
		stop: async () => {
			await stop?.();
		},
	};
};
