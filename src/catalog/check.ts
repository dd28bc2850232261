/** Refuses a catalog that would mislead: each check names the file and says what to do. The examples themselves are run by PHPUnit. */
import { causeRef, codesOf, fullCause, fullRef, patternOf, refsOf, type Catalog, type Sourced } from './catalog';
import { asRegExp, patternFault } from './patterns';
import { shinglesOf } from './shingles';
import type { CauseDefinition, Example, Rule, SystemDefinition } from './types';

export interface Problem {
	readonly file: string;
	readonly message: string;
}

/** What the PHP side really has, by system id. */
export interface Implemented {
	readonly findings: Readonly< Record< string, readonly string[] > >;
	readonly actions: Readonly< Record< string, readonly string[] > >;
}

export interface CheckOptions {
	/** Null where PHP could not be asked; then the declared findings stand alone. */
	readonly implemented: Implemented | null;
	/** Fingerprints of vendors' sentences, which must not be copied. */
	readonly vendorShingles: ReadonlySet< string >;
}

type Report = ( file: string, message: string ) => void;

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;
const DOTTED = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/u;

/** Characters, at most. What is longer is not read on the page that shows it. */
const LIMITS = { title: 75, meaning: 420, anonymous: 300, proven: 300, mail: 340, admin: 110, stepTitle: 75, stepBody: 340, prevention: 170 } as const;

/** Words that a person at a login form cannot use. */
const INTERNAL = /\b(?:oauth|api|crm|token|scope|nonce|http|https|zoho|database|plugin|json)\b/iu;

/** Words of blame or of no help. */
const UNHELPFUL = /\binvalid\b|\berror \d|click here|\bsign(?:ed)? in\b|\billegal\b|\boops\b|you (?:failed|forgot)/iu;

const duplicates = ( values: readonly string[] ): string[] => [ ...new Set( values.filter( ( value, index ) => values.indexOf( value ) !== index ) ) ];

const folderOf = ( file: string ): string => file.split( '/' ).slice( 0, 3 ).join( '/' );

const stemOf = ( file: string ): string => ( file.split( '/' ).pop() ?? '' ).replace( /\.ts$/u, '' );

/** Whether a rule can come out true only where some finding was really answered. */
const standsOnFindings = ( rule: Rule ): boolean => {
	if ( 'all' in rule ) {
		return rule.all.some( standsOnFindings );
	}
	if ( 'any' in rule ) {
		return rule.any.length > 0 && rule.any.every( standsOnFindings );
	}
	if ( 'not' in rule ) {
		return standsOnFindings( rule.not );
	}
	return 'finding' in rule && rule.is !== 'unknown';
};

/** Every text of a cause with its audience. */
const textsOf = ( cause: CauseDefinition ): ReadonlyArray< readonly [ keyof typeof LIMITS, string ] > => [
	[ 'title', cause.title ],
	[ 'meaning', cause.meaning ],
	[ 'anonymous', cause.texts.anonymous ],
	[ 'proven', cause.texts.proven ],
	[ 'mail', cause.texts.mail ],
	[ 'admin', cause.texts.admin ],
	...cause.fixPath.flatMap( ( step ) => [ [ 'stepTitle', step.title ], [ 'stepBody', step.body ] ] as const ),
	...cause.prevention.map( ( text ) => [ 'prevention', text ] as const ),
];

const checkSystem = ( { file, value: system }: Sourced< SystemDefinition >, report: Report ): void => {
	for ( const [ what, ids ] of [
		[ 'symptom', system.symptoms.map( ( symptom ) => symptom.id ) ],
		[ 'finding', system.findings.map( ( finding ) => finding.key ) ],
		[ 'link', system.links.map( ( link ) => link.id ) ],
		[ 'field', system.fields.map( ( field ) => field.id ) ],
	] as const ) {
		duplicates( ids ).forEach( ( id ) => report( file, `The ${ what } "${ id }" is declared twice; choose another id.` ) );
	}
	for ( const id of [ system.id, ...system.symptoms.map( ( symptom ) => symptom.id ), ...system.links.map( ( link ) => link.id ) ] ) {
		if ( ! KEBAB.test( id ) ) {
			report( file, `"${ id }" is not kebab-case.` );
		}
	}
	for ( const finding of system.findings ) {
		if ( ! DOTTED.test( finding.key ) ) {
			report( file, `The finding "${ finding.key }" needs a dotted key, such as contact.exists.` );
		}
		if ( ! finding.question || ! finding.whenTrue || ! finding.whenFalse ) {
			report( file, `The finding "${ finding.key }" lacks a sentence.` );
		}
	}
	for ( const symptom of system.symptoms ) {
		if ( symptom.pattern === undefined ) {
			if ( codesOf( symptom.code ).length === 0 ) {
				report( file, `The symptom "${ symptom.id }" has neither a code nor a pattern, so nothing can recognise it.` );
			}
			continue;
		}
		const pattern = patternOf( symptom );
		const fault = patternFault( pattern );
		if ( fault ) {
			report( file, `The pattern of "${ symptom.id }" cannot be used: ${ fault }.` );
			continue;
		}
		for ( const [ language, translation ] of Object.entries( symptom.translations ?? {} ) ) {
			if ( ! symptom.examples.matches.some( ( text ) => asRegExp( translation, 'paste' ).test( text ) ) ) {
				report( file, `The pattern of "${ symptom.id }" in "${ language }" has no message that it matches.` );
			}
		}
		if ( symptom.examples.matches.length === 0 || symptom.examples.misses.length === 0 ) {
			report( file, `The symptom "${ symptom.id }" needs a message that matches and one that does not.` );
		}
		for ( const entry of symptom.entry ) {
			// A message that comes with a code is searched anywhere, so only the strictest channel must tell a miss.
			const mayMiss = entry !== 'paste' || ! symptom.entry.includes( 'portal-page' );
			const compares = asRegExp( pattern, entry === 'portal-page' && symptom.code !== undefined ? 'wp-login' : entry );
			symptom.examples.matches
				.filter( ( text ) => ! compares.test( text ) )
				.forEach( ( text ) => report( file, `The pattern of "${ symptom.id }" does not match its example in channel ${ entry }: ${ text }` ) );
			symptom.examples.misses
				.filter( ( text ) => mayMiss && compares.test( text ) )
				.forEach( ( text ) => report( file, `The pattern of "${ symptom.id }" matches what it must not, in channel ${ entry }: ${ text }` ) );
		}
	}
};

const checkTexts = ( { file, value: cause }: Sourced< CauseDefinition >, vendorShingles: ReadonlySet< string >, report: Report ): void => {
	for ( const [ audience, text ] of textsOf( cause ) ) {
		if ( text.trim() === '' ) {
			report( file, `The text "${ audience }" is empty; every audience needs one.` );
		}
		if ( text.length > LIMITS[ audience ] ) {
			report( file, `The text "${ audience }" has ${ text.length } characters; ${ LIMITS[ audience ] } are the most: ${ text.slice( 0, 50 ) }…` );
		}
		if ( /%(?:\d+\$)?[a-z]/u.test( text ) ) {
			report( file, `The text "${ audience }" holds a placeholder, which nothing fills.` );
		}
		if ( shinglesOf( text ).some( ( shingle ) => vendorShingles.has( shingle ) ) ) {
			report( file, `The text "${ audience }" repeats a vendor's sentence; say it in other words.` );
		}
	}
	for ( const audience of [ 'anonymous', 'proven', 'mail' ] as const ) {
		const text = cause.texts[ audience ];
		const internal = INTERNAL.exec( text )?.[ 0 ];
		if ( internal ) {
			report( file, `The text "${ audience }" names "${ internal }", which the person cannot use.` );
		}
		const unhelpful = UNHELPFUL.exec( text )?.[ 0 ];
		if ( unhelpful ) {
			report( file, `The text "${ audience }" says "${ unhelpful }", which blames or does not help.` );
		}
	}
	if ( cause.prevention.length === 0 ) {
		report( file, 'Nothing is said about prevention.' );
	}
};

const checkFixPath = ( { file, value: cause }: Sourced< CauseDefinition >, catalog: Catalog, implemented: Implemented | null, report: Report ): void => {
	if ( cause.fixPath.length === 0 ) {
		report( file, 'The fix path is empty.' );
	}
	duplicates( cause.fixPath.map( ( step ) => step.id ) ).forEach( ( id ) => report( file, `The step "${ id }" is there twice.` ) );
	if ( ! standsOnFindings( cause.verification ) ) {
		report( file, 'The fix path has no verification: its rule must stand on a finding that a probe answers.' );
	}
	const links = new Set( catalog.systems.flatMap( ( { value } ) => value.links.map( ( link ) => fullRef( link.id, value.id ) ) ) );
	for ( const step of cause.fixPath ) {
		const isMachine = step.applicability === 'automatic' || step.applicability === 'confirm';
		if ( ! KEBAB.test( step.id ) ) {
			report( file, `The step "${ step.id }" is not kebab-case.` );
		}
		if ( isMachine !== ( step.action !== undefined ) ) {
			report( file, `The step "${ step.id }" is ${ step.applicability } ${ isMachine ? 'but names no action' : 'and must not name an action' }.` );
		}
		if ( step.action !== undefined && implemented && ! ( implemented.actions[ cause.system ] ?? [] ).includes( step.action ) ) {
			report( file, `The step "${ step.id }" names the action "${ step.action }", which the connector of ${ cause.system } does not have.` );
		}
		if ( step.link !== undefined && ! links.has( fullRef( step.link, cause.system ) ) ) {
			report( file, `The step "${ step.id }" names the link "${ step.link }", which no system declares.` );
		}
		if ( step.waitMinutes !== undefined && step.applicability !== 'wait' ) {
			report( file, `The step "${ step.id }" waits although it is ${ step.applicability }.` );
		}
	}
};

const checkExamples = ( { file, value: cause }: Sourced< CauseDefinition >, known: ReadonlySet< string >, causes: ReadonlySet< string >, report: Report ): void => {
	if ( cause.examples.fits.length === 0 ) {
		report( file, 'The cause is never first in any example; add one under "fits".' );
	}
	for ( const rival of cause.rivals ) {
		if ( ! cause.examples.nearMisses.some( ( miss ) => fullCause( miss.not, cause.system ) === fullCause( rival, cause.system ) ) ) {
			report( file, `The rival "${ rival }" has no near-miss that puts it first.` );
		}
	}
	if ( cause.rivals.length === 0 ) {
		report( file, 'The cause names no rival; say what it could be mistaken for.' );
	}
	for ( const miss of cause.examples.nearMisses ) {
		if ( ! causes.has( fullCause( miss.not, cause.system ) ) ) {
			report( file, `The near-miss "${ miss.name }" names the cause "${ miss.not }", which there is not.` );
		}
	}
	const examples: readonly Example[] = [ ...cause.examples.fits, ...cause.examples.nearMisses ];
	duplicates( examples.map( ( example ) => example.name ) ).forEach( ( name ) => report( file, `Two examples are called "${ name }".` ) );
	for ( const example of examples ) {
		for ( const ref of [ ...Object.keys( example.findings ), ...( example.symptoms ?? [] ) ] ) {
			if ( ! known.has( fullRef( ref, cause.system ) ) ) {
				report( file, `The example "${ example.name }" names "${ ref }", which no system declares.` );
			}
		}
	}
};

/** Causes that can show the same must not be told apart by somebody who proved nothing, as soon as one of them is private. */
const checkAnonymous = ( catalog: Catalog, report: Report ): void => {
	const bySymptom = new Map< string, Array< Sourced< CauseDefinition > > >();
	const personal = new Set( catalog.systems.flatMap( ( { value } ) => value.findings.filter( ( { scope } ) => scope === 'person' ).map( ( { key } ) => fullRef( key, value.id ) ) ) );
	for ( const cause of catalog.causes ) {
		const fact = refsOf( cause.value.when, cause.value.system ).findings.find( ( ref ) => personal.has( ref ) );
		if ( fact !== undefined && cause.value.texts.anonymous !== 'generic' ) {
			report( cause.file, `The rule asks for "${ fact }", a fact of one person, so the anonymous text must be "generic".` );
		}
		if ( cause.value.isPrivate && cause.value.texts.anonymous !== 'generic' ) {
			report( cause.file, 'The cause is private, so its anonymous text must be "generic": a text of its own would give the account away.' );
		}
		for ( const symptom of cause.value.shows ) {
			const ref = fullRef( symptom, cause.value.system );
			bySymptom.set( ref, [ ...( bySymptom.get( ref ) ?? [] ), cause ] );
		}
	}
	for ( const [ symptom, causes ] of bySymptom ) {
		if ( causes.some( ( cause ) => cause.value.isPrivate ) && new Set( causes.map( ( cause ) => cause.value.texts.anonymous ) ).size > 1 ) {
			const own = causes.find( ( cause ) => cause.value.texts.anonymous !== 'generic' );
			report( own?.file ?? '', `Causes that show "${ symptom }" differ in something private but have different anonymous texts; use "generic" for all of them.` );
		}
	}
};

const checkOutranks = ( catalog: Catalog, causes: ReadonlySet< string >, report: Report ): void => {
	const above = new Map( catalog.causes.map( ( { value } ) => [ causeRef( value ), ( value.outranks ?? [] ).map( ( ref ) => fullCause( ref, value.system ) ) ] ) );
	for ( const { file, value } of catalog.causes ) {
		for ( const ref of [ ...( value.outranks ?? [] ), ...value.rivals ] ) {
			const full = fullCause( ref, value.system );
			if ( ! causes.has( full ) || full === causeRef( value ) ) {
				report( file, `"${ ref }" is named under outranks or rivals, but is no other cause.` );
			}
		}
		const reached = new Set< string >();
		const visit = ( ref: string ): void => {
			for ( const next of above.get( ref ) ?? [] ) {
				if ( ! reached.has( next ) ) {
					reached.add( next );
					visit( next );
				}
			}
		};
		visit( causeRef( value ) );
		if ( reached.has( causeRef( value ) ) ) {
			report( file, 'The cause outranks itself by way of others; one of them has to give in.' );
		}
	}
};

/** Findings must be declared, used and, where PHP could be asked, produced. */
const checkFindings = ( catalog: Catalog, implemented: Implemented | null, report: Report ): void => {
	const declared = new Map( catalog.systems.flatMap( ( { file, value } ) => value.findings.map( ( finding ) => [ fullRef( finding.key, value.id ), file ] as const ) ) );
	const symptoms = new Map( catalog.systems.flatMap( ( { file, value } ) => value.symptoms.map( ( symptom ) => [ fullRef( symptom.id, value.id ), file ] as const ) ) );
	const used = new Set< string >();
	const shown = new Set< string >();
	for ( const { file, value: cause } of catalog.causes ) {
		const rules = [ cause.when, cause.verification, ...cause.fixPath.flatMap( ( step ) => ( step.onlyIf ? [ step.onlyIf ] : [] ) ) ];
		for ( const refs of rules.map( ( rule ) => refsOf( rule, cause.system ) ) ) {
			for ( const ref of refs.findings ) {
				used.add( ref );
				if ( ! declared.has( ref ) ) {
					report( file, `The rule names the finding "${ ref }", which no system declares.` );
				}
			}
			for ( const ref of refs.symptoms.filter( ( one ) => ! symptoms.has( one ) ) ) {
				report( file, `The rule names the symptom "${ ref }", which no system declares.` );
			}
		}
		for ( const ref of cause.shows.map( ( one ) => fullRef( one, cause.system ) ) ) {
			shown.add( ref );
			if ( ! symptoms.has( ref ) ) {
				report( file, `The cause shows the symptom "${ ref }", which no system declares.` );
			}
		}
	}
	for ( const [ ref, file ] of declared ) {
		if ( ! used.has( ref ) ) {
			report( file, `The finding "${ ref }" is used by no rule; use it or drop it.` );
		}
	}
	for ( const [ ref, file ] of symptoms ) {
		if ( ! shown.has( ref ) ) {
			report( file, `The symptom "${ ref }" is shown by no cause.` );
		}
	}
	if ( ! implemented ) {
		return;
	}
	for ( const { file, value: system } of catalog.systems ) {
		const produced = implemented.findings[ system.id ] ?? [];
		const keys = system.findings.map( ( finding ) => finding.key );
		keys.filter( ( key ) => ! produced.includes( key ) ).forEach( ( key ) => report( file, `The finding "${ key }" is produced by no probe of ${ system.id }.` ) );
		produced.filter( ( key ) => ! keys.includes( key ) ).forEach( ( key ) => report( file, `A probe of ${ system.id } produces "${ key }", which is not declared.` ) );
	}
};

/** All problems of a catalog; empty where it may be shipped. */
export const checkCatalog = ( catalog: Catalog, { implemented, vendorShingles }: CheckOptions ): readonly Problem[] => {
	const problems: Problem[] = [];
	const report: Report = ( file, message ) => void problems.push( { file, message } );

	duplicates( catalog.systems.map( ( { value } ) => value.id ) ).forEach( ( id ) => report( '', `The system "${ id }" is declared twice.` ) );
	duplicates( catalog.causes.map( ( { value } ) => causeRef( value ) ) ).forEach( ( id ) => report( '', `The cause "${ id }" is declared twice; choose another id.` ) );
	duplicates( catalog.systems.flatMap( ( { value } ) => value.hosts ) ).forEach( ( host ) => report( '', `Two systems claim the host "${ host }".` ) );

	const causes = new Set( catalog.causes.map( ( { value } ) => causeRef( value ) ) );
	const known = new Set(
		catalog.systems.flatMap( ( { value } ) => [
			...value.findings.map( ( finding ) => fullRef( finding.key, value.id ) ),
			...value.symptoms.map( ( symptom ) => fullRef( symptom.id, value.id ) ),
		] )
	);
	catalog.systems.forEach( ( system ) => checkSystem( system, report ) );
	for ( const cause of catalog.causes ) {
		const home = catalog.systems.find( ( { file } ) => folderOf( file ) === folderOf( cause.file ) );
		if ( stemOf( cause.file ) !== cause.value.id ) {
			report( cause.file, `The file must be named after its cause: ${ cause.value.id }.ts.` );
		}
		if ( home?.value.id !== cause.value.system ) {
			report( cause.file, `The cause belongs to "${ cause.value.system }", but lies in the folder of "${ home?.value.id ?? 'no system' }".` );
		}
		if ( ! KEBAB.test( cause.value.id ) ) {
			report( cause.file, `"${ cause.value.id }" is not kebab-case.` );
		}
		checkTexts( cause, vendorShingles, report );
		checkFixPath( cause, catalog, implemented, report );
		checkExamples( cause, known, causes, report );
	}
	checkAnonymous( catalog, report );
	checkOutranks( catalog, causes, report );
	checkFindings( catalog, implemented, report );
	return problems;
};
