/**
 * Two PHP-FPM pools behind nginx, two workers, one MariaDB, with Redis as object cache or without: while a pool, a worker and Redis are killed in turn
 * under load, no attempt is lost, no case opened twice, no incident doubled, no step done twice.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';

import { type Child, startChild } from '../support/process/child';
import { findProgram } from '../support/process/run';
import { scratch } from '../support/process/scratch';
import { startNginx } from '../support/servers/nginx';
import { type PhpFpm, startPhpFpm } from '../support/servers/php-fpm';
import type { Check } from './check';
import { bulkFixChecks, DeepSite, WP_ENV } from './deep-site';

const PEOPLE = 40;

/** Visitors who try at once. */
const VISITORS = 4;

/** Seconds after which a lease belongs to a worker that was killed: the living hold none so long. */
const DEAD_AFTER = 8;

const pause = ( milliseconds: number ): Promise< void > => new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );

/** Gives whether there was something to kill: a worker may have ended by itself a moment before. */
const killGroup = ( pid: number ): boolean => {
	try {
		return process.kill( -pid, 'SIGKILL' );
	} catch ( error ) {
		if ( error instanceof Error && 'code' in error && error.code === 'ESRCH' ) {
			return false;
		}
		throw error;
	}
};

/** Tries to log in. Gives the status; 0 where no answer came. */
const tryToLogIn = ( port: number, name: string ): Promise< number > =>
	new Promise( ( resolve ) => {
		const body = new URLSearchParams( { log: name, pwd: 'right', testcookie: '1' } ).toString();
		const headers = { 'Host': 'portal.example', 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength( body ), 'Cookie': 'wordpress_test_cookie=WP%20Cookie%20check' };
		const sent = request( { host: '127.0.0.1', port, path: '/wp-login.php', method: 'POST', headers, timeout: 20_000 }, ( answer ) => {
			answer.on( 'end', () => resolve( answer.complete ? answer.statusCode ?? 0 : 0 ) ).on( 'error', () => resolve( 0 ) ).resume();
		} );
		sent.on( 'timeout', () => sent.destroy() );
		sent.on( 'error', () => resolve( 0 ) );
		sent.end( body );
	} );

/**
 * @param hasRedis Whether the site has a persistent object cache.
 * @param seconds  Of load.
 * @param log      What is told meanwhile.
 */
export async function nodesTest( hasRedis: boolean, seconds: number, log: ( message: string ) => void ): Promise< Check[] > {
	const on = await DeepSite.create( 200, log, [ 'refuse-everybody.php' ] );
	const dir = await scratch( 'nodes' );
	const redisSocket = path.join( dir, 'redis.sock' );
	const startRedis = async (): Promise< Child > =>
		startChild( ( await findProgram( 'redis-server' ) ) ?? 'redis-server', [ '--port', '0', '--unixsocket', redisSocket, '--save', '', '--appendonly', 'no', '--dir', dir ], { logFile: path.join( dir, 'redis.log' ) } );
	const startPool = ( number: number ): Promise< PhpFpm > => startPhpFpm( { workers: 2, socket: path.join( dir, `pool-${ number }.sock` ) } );
	const startWorker = (): Promise< Child > => startChild( 'php', [ ...on.wpCommand, 'causeway', 'work' ], { env: WP_ENV, logFile: path.join( dir, 'workers.log' ) } );
	const name = hasRedis ? 'with Redis' : 'without Redis';
	const kills = { pool: 0, worker: 0, redis: 0 };
	let redis: Child | null = null;
	let pools: PhpFpm[] = [];
	let workers: Child[] = [];

	/** Kills the next in turn, waits, and starts it anew. */
	const killInTurn = async ( turn: number ): Promise< void > => {
		const which = Math.floor( turn / 3 ) % 2;
		const pool = pools[ which ];
		const worker = workers[ which ];
		if ( turn % 3 === 0 && pool !== undefined ) {
			killGroup( pool.pid );
			await pause( 700 );
			await pool.stop();
			pools[ which ] = await startPool( which );
			kills.pool++;
		} else if ( turn % 3 === 1 && worker !== undefined ) {
			kills.worker += killGroup( worker.pid ) ? 1 : 0;
			await pause( 300 );
			workers[ which ] = await startWorker();
		} else if ( redis !== null ) {
			killGroup( redis.pid );
			await pause( 700 );
			redis = await startRedis();
			kills.redis++;
		}
	};

	try {
		if ( hasRedis ) {
			redis = await startRedis();
			await writeFile( path.join( on.site.dir, 'wp-content', 'object-cache.php' ), `<?php const CAUSEWAY_TEST_REDIS = '${ redisSocket }'; require '${ path.join( __dirname, 'object-cache.php' ) }';` );
		}
		const ids = on.people.slice( -PEOPLE );
		await on.crm.play( ...ids.map( ( id ) => ( { do: 'delete-contact', id } ) ) );
		pools = [ await startPool( 0 ), await startPool( 1 ) ];
		workers = [ await startWorker(), await startWorker() ];
		const { port } = await startNginx( { root: on.site.dir, fpm: pools.map( ( { socket } ) => socket ) } );

		const ends = Date.now() + seconds * 1_000;
		let sent = 0;
		let answered = 0;
		const visit = async ( visitor: number ): Promise< void > => {
			for ( let turn = 0; Date.now() < ends || sent < PEOPLE; turn++ ) {
				sent++;
				const status = await tryToLogIn( port, `person-${ ids[ ( turn * VISITORS + visitor ) % ids.length ] ?? '' }` );
				answered += Number( status === 200 );
				await pause( 300 );
			}
		};
		const disturb = async (): Promise< void > => {
			for ( let turn = 0; Date.now() < ends; turn++ ) {
				await pause( 800 );
				await killInTurn( turn );
			}
		};
		await Promise.all( [ disturb(), ...Array.from( { length: VISITORS }, ( nothing, visitor ) => visit( visitor ) ) ] );

		// Attempts of a storm lie in the spool until the background comes by.
		const isSettled = async (): Promise< boolean > => ( await on.sql( 'SELECT (SELECT COUNT(*) FROM wp_causeway_attempts) >= ' + String( answered ) + ' AND (SELECT COUNT(*) FROM wp_causeway_attempts WHERE case_id = 0) = 0 AND (SELECT COALESCE(SUM(people), 0) FROM wp_causeway_incidents) >= ' + String( PEOPLE ) ) ) === '1';
		for ( let round = 0; round < 60 && ! ( await isSettled() ); round++ ) {
			await on.letLeasesPass( DEAD_AFTER );
			await pause( 1_000 );
		}
		const [ attempts, known ] = ( await on.sql( 'SELECT COUNT(*), COUNT(DISTINCT user_id) FROM wp_causeway_attempts' ) ).split( '\t' ).map( Number );
		const [ cases, persons ] = ( await on.sql( 'SELECT COUNT(*), COUNT(DISTINCT person_key) FROM wp_causeway_cases' ) ).split( '\t' ).map( Number );
		const incidents = ( await on.sql( 'SELECT id FROM wp_causeway_incidents' ) ).split( '\n' );
		const mails = await on.sql( "SELECT COUNT(*) FROM (SELECT case_id FROM wp_causeway_journal WHERE kind = 'opened' GROUP BY case_id HAVING COUNT(*) > 1) AS twice" );

		const incident = incidents[ 0 ] ?? '0';
		await on.startBulkFix( incident );
		for ( let turn = 0; turn < 150 && ! ( await on.isBulkFixOver( incident ) ); turn++ ) {
			await pause( 400 );
			if ( turn % 4 === 0 && turn < 24 ) {
				await killInTurn( 1 + ( ( turn / 4 ) % 2 ) + 3 * Math.floor( turn / 8 ) );
			}
			await on.letLeasesPass( DEAD_AFTER );
		}
		const said = [ await on.site.readDebugLog(), await readFile( path.join( dir, 'workers.log' ), 'utf8' ) ].join( '\n' ).split( '\n' );
		const fatal = said.filter( ( line ) => /Fatal error|PHP (Warning|Notice)/.test( line ) && /causeway/i.test( line ) );
		return [
			{
				what: `${ name }: what was answered is kept, while a pool, a worker${ hasRedis ? ' and Redis' : '' } were killed in turn`,
				isOk: ( attempts ?? 0 ) >= answered && ( attempts ?? 0 ) <= sent && answered > PEOPLE / 2 && kills.pool > 0 && kills.worker > 0 && kills.redis > 0 === hasRedis,
				detail: `${ attempts } kept, ${ answered } answered of ${ sent } sent; killed ${ kills.pool } pools, ${ kills.worker } workers, ${ kills.redis } times Redis`,
			},
			{ what: `${ name }: each person has one case`, isOk: cases === persons && cases === known && mails === '0', detail: `${ cases } cases of ${ persons } people, ${ known } refused` },
			{ what: `${ name }: one bulk deletion is one incident`, isOk: incidents.length === 1 && incident !== '', detail: `incidents ${ incidents.join( ', ' ) }` },
			...( await bulkFixChecks( on, ids ) ).map( ( check ) => ( { ...check, what: `${ name }: ${ check.what }` } ) ),
			{ what: `${ name }: PHP has nothing to say of Causeway`, isOk: fatal.length === 0, detail: fatal.slice( 0, 3 ).join( '; ' ) },
		];
	} finally {
		await Promise.all( [ ...workers, ...( redis === null ? [] : [ redis ] ), ...pools ].map( ( child ) => child.stop() ) );
		await on.stop();
		await rm( dir, { recursive: true, force: true } );
	}
}
