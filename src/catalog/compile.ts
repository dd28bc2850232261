/** Turns the catalog into what a site loads: constant PHP for the login path and the rules, texts behind `__()`, and one JSON for add-ons. */
import { createHash } from 'node:crypto';

import { causeRef, codesOf, fullCause, fullRef, fullRule, patternOf, type Catalog, type Sourced } from './catalog';
import schema from './catalog.schema.json';
import { asPcre } from './patterns';
import { PhpCode, phpFile, phpValue, translated, type Constant, type PhpValue } from './php';
import { phrases } from './phrases';
import { searchIndex } from './search';
import type { CauseDefinition, ConnectionField, Entry, Step, Symptom, SystemDefinition } from './types';

/** File name → content. */
export type Compiled = Readonly< Record< 'catalog/classifier.php' | 'catalog/rules.php' | 'catalog/texts.php' | 'catalog/search.php' | 'catalog.json' | 'catalog.schema.json', string > >;

/** `source` names the plugin that says it; it is left out where the system itself does. */
type Row = [ pattern: string, symptom: string, proves: Symptom[ 'proves' ], source?: string ];

const classifier = ( catalog: Catalog ): { codes: Record< string, Record< string, Row[] > >; patterns: Record< string, Row[] >; hosts: Record< string, string > } => {
	const codes: Record< string, Record< string, Row[] > > = {};
	const patterns: Record< string, Row[] > = {};
	const hosts: Record< string, string > = {};
	for ( const { value: system } of catalog.systems ) {
		for ( const host of system.hosts ) {
			hosts[ host ] = system.id;
		}
	}
	const all = catalog.systems.flatMap( ( { value: system } ) => system.symptoms.map( ( symptom ) => ( { ref: fullRef( symptom.id, system.id ), symptom } ) ) );
	const row = ( pattern: string, ref: string, { proves, source }: Symptom ): Row => ( source === undefined ? [ pattern, ref, proves ] : [ pattern, ref, proves, source ] );
	// What stands for several causes is the last resort: a sentence that says more goes before it, whichever file holds it.
	for ( const { ref, symptom } of [ ...all.filter( ( one ) => ! one.symptom.opaque ), ...all.filter( ( one ) => one.symptom.opaque ) ] ) {
		const pattern = patternOf( symptom );
		for ( const entry of symptom.entry.filter( ( one ) => one !== 'paste' ) ) {
			for ( const code of codesOf( symptom.code ) ) {
				// A message that comes with its code holds one refusal, so it is searched, not compared as a whole.
				( ( codes[ entry ] ??= {} )[ code ] ??= [] ).push( row( pattern ? asPcre( pattern, 'paste' ) : '', ref, symptom ) );
			}
			if ( pattern ) {
				( patterns[ entry ] ??= [] ).push( row( asPcre( pattern, entry ), ref, symptom ) );
			}
		}
	}
	return { codes, patterns, hosts };
};

const stepRule = ( step: Step, system: string ): Constant => ( {
	step: step.id,
	applicability: step.applicability,
	action: step.action ?? '',
	link: step.link ?? '',
	waitMinutes: step.waitMinutes ?? 0,
	onlyIf: step.onlyIf ? ( fullRule( step.onlyIf, system ) as unknown as Constant ) : null,
} );

const causeRule = ( cause: CauseDefinition ): Constant => ( {
	system: cause.system,
	cause: cause.id,
	when: fullRule( cause.when, cause.system ) as unknown as Constant,
	shows: cause.shows.map( ( ref ) => fullRef( ref, cause.system ) ),
	outranks: ( cause.outranks ?? [] ).map( ( ref ) => fullCause( ref, cause.system ) ),
	rivals: cause.rivals.map( ( ref ) => fullCause( ref, cause.system ) ),
	prior: cause.prior ?? 'occasional',
	ceiling: cause.ceiling ?? 'certain',
	scope: cause.scope,
	isPrivate: cause.isPrivate,
	closedByLogin: cause.closedByLogin,
	fixPath: cause.fixPath.map( ( step ) => stepRule( step, cause.system ) ),
	verification: fullRule( cause.verification, cause.system ) as unknown as Constant,
} );

/** What every connection to a remote system has beside the fields that its system declares. */
const COMMON_FIELDS: readonly ConnectionField[] = [
	{
		id: 'daily_calls',
		label: 'Most calls a day',
		help: 'How many calls Causeway may make to this system in a day. Leave it empty for a tenth of what the system says it allows, or 500 where it does not say.',
		kind: 'number',
		required: false,
	},
	{
		id: 'credentials_end',
		label: 'Credentials end on',
		help: 'Where a secret, key or certificate of this connection ends one day, the day that the system shows for it. Causeway reminds you from 30 days before. Leave it empty where none ends.',
		kind: 'date',
		required: false,
	},
];

/** The system as it is compiled: with the fields that all have. */
const completed = ( { file, value }: Sourced< SystemDefinition > ): Sourced< SystemDefinition > => ( {
	file,
	value: value.local ? value : { ...value, fields: [ ...value.fields, ...COMMON_FIELDS ] },
} );

const systemRule = ( { file, value: system }: Sourced< SystemDefinition > ): Constant => ( {
	id: system.id,
	/** Its folder below `src/systems`, where the server finds its connector. */
	folder: file.split( '/' ).at( -2 ) ?? '',
	isLocal: system.local,
	hosts: system.hosts,
	fields: system.fields.map( ( field ) => ( {
		id: field.id,
		kind: field.kind,
		required: field.required,
		options: ( field.options ?? [] ).map( ( option ) => option.value ),
		initial: field.initial ?? '',
	} ) ),
	findings: Object.fromEntries( system.findings.map( ( finding ) => [ finding.key, { scope: finding.scope, healthy: finding.healthy ?? null } ] ) ),
	links: system.links.map( ( link ) => link.id ),
	symptoms: system.symptoms.map( ( symptom ) => ( {
		id: symptom.id,
		entries: symptom.entry as readonly Entry[],
		codes: codesOf( symptom.code ),
		pattern: patternOf( symptom ) ? asPcre( patternOf( symptom ), 'paste' ) : '',
		proves: symptom.proves,
		isOpaque: symptom.opaque ?? false,
	} ) ),
} );

const causeTexts = ( cause: CauseDefinition ): PhpValue => ( {
	title: translated( cause.title ),
	meaning: translated( cause.meaning ),
	anonymous: cause.texts.anonymous === 'generic' ? 'generic' : translated( cause.texts.anonymous ),
	proven: translated( cause.texts.proven ),
	mail: translated( cause.texts.mail ),
	admin: translated( cause.texts.admin ),
	prevention: cause.prevention.map( ( text ) => translated( text ) ),
	steps: Object.fromEntries( cause.fixPath.map( ( step ) => [ step.id, { title: translated( step.title ), body: translated( step.body ) } ] ) ),
} );

const systemTexts = ( system: SystemDefinition ): PhpValue => ( {
	// Product names are not translated.
	title: system.title,
	fields: Object.fromEntries(
		system.fields.map( ( field ) => [
			field.id,
			{
				label: translated( field.label ),
				help: translated( field.help ),
				options: Object.fromEntries( ( field.options ?? [] ).map( ( option ) => [ option.value, translated( option.label ) ] ) ),
			},
		] )
	),
	findings: Object.fromEntries(
		system.findings.map( ( finding ) => [
			finding.key,
			{ question: translated( finding.question ), whenTrue: translated( finding.whenTrue ), whenFalse: translated( finding.whenFalse ) },
		] )
	),
	symptoms: Object.fromEntries( system.symptoms.map( ( symptom ) => [ symptom.id, translated( symptom.title ) ] ) ),
	links: Object.fromEntries( system.links.map( ( link ) => [ link.id, { label: translated( link.label ), menuPath: link.menuPath } ] ) ),
} );

/** A function that runs only when a text is shown, so that no translation is asked for while files load. */
const later = ( value: PhpValue ): PhpCode => new PhpCode( `static fn (): array => ${ phpValue( value, 2 ) }` );

const json = ( catalog: Catalog, version: string ): string =>
	`${ JSON.stringify(
		{
			$schema: './catalog.schema.json',
			version,
			systems: catalog.systems.map( ( { value } ) => value ),
			causes: catalog.causes.map( ( { value } ) => value ),
			phrases: Object.fromEntries( Object.entries( phrases ).map( ( [ id, phrase ] ) => [ id, phrase.text ] ) ),
		},
		null,
		'\t'
	) }\n`;

export const compile = ( { systems, causes }: Catalog ): Compiled => {
	const catalog: Catalog = { systems: systems.map( completed ), causes };
	// Sixteen hexadecimal digits over everything that is compiled.
	const version = createHash( 'sha256' ).update( json( catalog, '' ) ).digest( 'hex' ).slice( 0, 16 );
	const texts: PhpValue = {
		causes: Object.fromEntries( catalog.causes.map( ( { value } ) => [ causeRef( value ), later( causeTexts( value ) ) ] ) ),
		systems: Object.fromEntries( catalog.systems.map( ( { value } ) => [ value.id, later( systemTexts( value ) ) ] ) ),
		phrases: later( Object.fromEntries( Object.entries( phrases ).map( ( [ id, phrase ] ) => [ id, translated( phrase.text, phrase.comment ) ] ) ) ),
	};
	return {
		'catalog/classifier.php': phpFile(
			'What the login path knows of refusals. Constant arrays, nothing else.',
			`return ${ phpValue( { version, ...classifier( catalog ) } as unknown as PhpValue ) };`
		),
		'catalog/rules.php': phpFile(
			'Causes, systems and symptoms without their texts. Constant arrays, nothing else.',
			`return ${ phpValue( {
				version,
				systems: catalog.systems.map( systemRule ),
				causes: catalog.causes.map( ( { value } ) => causeRule( value ) ),
			} ) };`
		),
		'catalog/texts.php': phpFile( 'The catalog’s texts, one function for each cause and system; nothing is translated before it is shown.', `return ${ phpValue( texts ) };` ),
		'catalog/search.php': phpFile( 'Which words speak for which cause. Constant arrays, nothing else.', `return ${ phpValue( searchIndex( catalog ) as unknown as PhpValue ) };` ),
		'catalog.json': json( catalog, version ),
		'catalog.schema.json': `${ JSON.stringify( schema, null, '\t' ) }\n`,
	};
};

