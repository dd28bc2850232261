/**
 * Runs the journeys in `tests/e2e/*.journey.ts` in a real Chromium: `tsx tests/e2e/support/main.ts [--line=6.8] [--short|--deep] [--grep=words] [--zip=file]`.
 *
 * Writes `artifacts/e2e-<line>.json` and screenshots; a line for each journey goes to the console.
 */
import assert from 'node:assert/strict';
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { startLab } from '../../lab/lab';
import { RemoteControl } from '../../lab/remote-control';
import { startInbox } from '../../support/mail/inbox';
import { artifacts, root } from '../../support/paths';
import { onStop, stopEverything } from '../../support/process/child';
import { scratch } from '../../support/process/scratch';
import { seededSite } from '../../support/seed/seeded-site';
import { createSite, type Site } from '../../support/site/create';
import type { Line } from '../../support/wordpress/lines';
import { obtainWordPress } from '../../support/wordpress/obtain';
import { launch } from './browser';
import { type Journey, takeJourneys } from './journey';
import { northwindSite } from './northwind';
import { type Outcome, runJourney } from './runner';

const option = ( name: string ): string | undefined => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 );

const line: Line = option( 'line' ) === '6.8' ? '6.8' : '7.1';
const isShort = process.argv.includes( '--short' );
const isDeep = process.argv.includes( '--deep' );
const words = option( 'grep' )?.toLowerCase();
const zip = path.resolve( root, option( 'zip' ) ?? 'build/causeway.zip' );
const log = ( message: string ): void => console.log( message );

const collect = async (): Promise< readonly Journey[] > => {
	const folder = path.join( root, 'tests', 'e2e' );
	for ( const name of ( await readdir( folder ) ).filter( ( file ) => file.endsWith( '.journey.ts' ) ).sort() ) {
		await import( path.join( folder, name ) );
	}
	return takeJourneys().filter( ( { sentence, isShort: isInShort } ) => ( ! isShort || isInShort ) && ( words === undefined || sentence.toLowerCase().includes( words ) ) );
};

const tell = ( { sentence, isOk, seconds, complaints }: Outcome ): void => {
	log( `${ isOk ? 'ok    ' : 'FAILED' } ${ sentence } (${ seconds.toFixed( 1 ) } s)` );
	complaints.forEach( ( complaint ) => log( complaint.replace( /^/gm, '         ' ) ) );
};

const main = async (): Promise< void > => {
	await access( zip ).catch( () => Promise.reject( new Error( `${ path.relative( root, zip ) } is missing: run npm run zip first.` ) ) );
	const journeys = await collect();
	const lab = await startLab();
	onStop( lab.stop );
	const mail = await startInbox();
	onStop( mail.stop );
	const site = await northwindSite( { line, zip, lab, mail, log } );
	const crm = new RemoteControl( lab[ 'zoho-crm' ].control );
	const browser = await launch();
	onStop( () => browser.close() );

	const { mariadb, databaseName } = site;
	const folder = await scratch( 'e2e' );
	onStop( () => rm( folder, { recursive: true, force: true } ) );
	const start = path.join( folder, 'start.sql' );
	await mariadb?.dump( start, databaseName );
	const reset = async (): Promise< void > => {
		await crm.reset();
		await mariadb?.dropDatabase( databaseName );
		await mariadb?.createDatabase( databaseName );
		await mariadb?.import( start, databaseName );
	};

	const makeNetwork = async (): Promise< Site > =>
		createSite( { wordpress: await obtainWordPress( { line, log } ), database: mariadb ?? 'mariadb', plugins: [ zip ], smtpPort: mail.smtpPort, title: 'Northwind Network', multisite: true, wpCron: false, log } );

	const makeSeeded = async (): Promise< Site > => {
		const { stop, ...systems } = await startLab();
		onStop( stop );
		const seeded = await seededSite( { wordpress: await obtainWordPress( { line, log } ), database: mariadb ?? 'mariadb', systems, log } );
		assert.equal( seeded.report.code, 0, seeded.report.stdout + seeded.report.stderr );
		return seeded.site;
	};

	const outcomes: Outcome[] = [];
	for ( const journey of journeys ) {
		const outcome = await runJourney( journey, { browser, site, lab, mail, reset, makeNetwork, makeSeeded, isDeep, screenshots: path.join( artifacts, 'screenshots', line ) } );
		tell( outcome );
		outcomes.push( outcome );
	}
	const passed = outcomes.filter( ( { isOk } ) => isOk ).length;
	const failed = outcomes.length - passed;
	await mkdir( artifacts, { recursive: true } );
	await writeFile( path.join( artifacts, `e2e-${ line }.json` ), JSON.stringify( { passed, failed, skipped: 0, journeys: outcomes }, null, '\t' ) );
	log( `${ passed } of ${ outcomes.length } journeys on WordPress ${ line } passed.` );
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
};

main()
	.catch( ( error: unknown ) => {
		console.error( error instanceof Error ? error.message : error );
		process.exitCode = 1;
	} )
	.finally( stopEverything );
