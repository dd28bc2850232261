import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Catalog } from './catalog';
import { checkCatalog, type Implemented } from './check';
import { shinglesOf } from './shingles';
import type { CauseDefinition, ConnectionField, Step, Symptom, SystemDefinition } from './types';

const symptom: Symptom = {
	id: 'closed',
	title: 'The shop said that it is closed',
	entry: [ 'portal-page', 'paste' ],
	pattern: 'the shop is closed',
	proves: 'nothing',
	examples: { matches: [ 'The shop is closed.' ], misses: [ 'We tell you when the shop is closed.' ] },
};

const system: SystemDefinition = {
	id: 'shop',
	title: 'Shop',
	local: true,
	hosts: [ 'shop.example' ],
	fields: [],
	symptoms: [ symptom ],
	findings: [ { key: 'shop.open', question: 'Whether the shop is open', whenTrue: 'The shop is open.', whenFalse: 'The shop is closed.', scope: 'connection' } ],
	links: [ { id: 'door', label: 'Open the door', menuPath: 'Street → Door' } ],
	sources: [],
};

const step: Step = { id: 'open-shop', title: 'Open the shop', body: 'Turn the key.', applicability: 'confirm', action: 'turn-key', link: 'door' };

const cause = ( id: string, changes: Partial< CauseDefinition > = {} ): CauseDefinition => ( {
	id,
	system: 'shop',
	title: 'The shop is closed',
	meaning: 'Nobody has opened it.',
	when: { finding: 'shop.open', is: false },
	shows: [ 'closed' ],
	rivals: [ id === 'shop-closed' ? 'shop-sold' : 'shop-closed' ],
	scope: 'everybody',
	isPrivate: true,
	closedByLogin: false,
	texts: { anonymous: 'generic', proven: 'Come back later.', mail: 'Come back later.', admin: 'The shop is closed.' },
	fixPath: [ step ],
	verification: { finding: 'shop.open', is: true },
	prevention: [ 'Open on time.' ],
	examples: {
		fits: [ { name: 'closed', findings: { 'shop.open': false } } ],
		nearMisses: [ { name: 'other', findings: {}, not: id === 'shop-closed' ? 'shop-sold' : 'shop-closed' } ],
	},
	...changes,
} );

const catalogOf = ( changes: Partial< CauseDefinition > = {}, systemChanges: Partial< SystemDefinition > = {}, file = 'src/systems/Shop/causes/shop-closed.ts' ): Catalog => ( {
	systems: [ { file: 'src/systems/Shop/system.ts', value: { ...system, ...systemChanges } } ],
	causes: [
		{ file, value: cause( 'shop-closed', changes ) },
		{ file: 'src/systems/Shop/causes/shop-sold.ts', value: cause( 'shop-sold' ) },
	],
} );

const implemented: Implemented = { findings: { shop: [ 'shop.open' ] }, actions: { shop: [ 'turn-key' ] } };
const vendorSentence = 'Please follow these eight words in exactly this order today';
const options = { implemented, vendorShingles: new Set( shinglesOf( vendorSentence ) ) };

const messages = ( catalog: Catalog, other: Implemented | null = implemented ): string =>
	checkCatalog( catalog, { ...options, implemented: other } )
		.map( ( { message } ) => message )
		.join( '\n' );

const texts = cause( 'shop-closed' ).texts;
const finding = system.findings[ 0 ]!;
const field: ConnectionField = { id: 'key', label: 'Key', help: 'Of the door.', kind: 'text', required: true };

describe( 'the catalog checker', () => {
	it( 'has nothing against a sound catalog', () => {
		expect( checkCatalog( catalogOf(), options ) ).toEqual( [] );
	} );

	const twoClosed = catalogOf();

	const refused: ReadonlyArray< [ what: string, catalog: Catalog, says: RegExp, other?: Implemented | null ] > = [
		[ 'a cause id that is used twice', { ...twoClosed, causes: [ ...twoClosed.causes, ...twoClosed.causes ] }, /"shop\/shop-closed" is declared twice/ ],
		[ 'a system id that is used twice', { ...twoClosed, systems: [ ...twoClosed.systems, ...twoClosed.systems ] }, /system "shop" is declared twice/ ],
		[ 'a symptom id that is used twice', catalogOf( {}, { symptoms: [ symptom, symptom ] } ), /symptom "closed" is declared twice/ ],
		[ 'a translated pattern without a message that it matches', catalogOf( {}, { symptoms: [ { ...symptom, translations: { de: 'der laden ist zu' } } ] } ), /"closed" in "de" has no message/ ],
		[ 'a translated pattern that is not linear', catalogOf( {}, { symptoms: [ { ...symptom, translations: { de: 'der laden .* zu' } } ] } ), /repeats without a limit/ ],
		[ 'a host that two systems claim', catalogOf( {}, { hosts: [ 'shop.example', 'shop.example' ] } ), /claim the host/ ],
		[ 'a file that is not named after its cause', catalogOf( {}, {}, 'src/systems/Shop/causes/closed.ts' ), /named after its cause: shop-closed\.ts/ ],
		[ 'a cause in the folder of another system', catalogOf( {}, {}, 'src/systems/Bakery/causes/shop-closed.ts' ), /lies in the folder of "no system"/ ],
		[ 'an id that is not kebab-case', catalogOf( { id: 'ShopClosed' } ), /"ShopClosed" is not kebab-case/ ],
		[ 'a rule that names an undeclared finding', catalogOf( { when: { finding: 'shop.burning', is: true } } ), /finding "shop:shop\.burning", which no system declares/ ],
		[ 'a rule that names an undeclared symptom', catalogOf( { when: { symptom: 'burning' } } ), /symptom "shop:burning", which no system declares/ ],
		[ 'a finding that no rule uses', catalogOf( {}, { findings: [ finding, { ...finding, key: 'shop.warm' } ] } ), /"shop:shop\.warm" is used by no rule/ ],
		[ 'a finding that no probe produces', catalogOf(), /"shop\.open" is produced by no probe/, { findings: {}, actions: { shop: [ 'turn-key' ] } } ],
		[
			'a probe’s finding that is not declared',
			catalogOf(),
			/produces "shop\.loud", which is not declared/,
			{ findings: { shop: [ 'shop.open', 'shop.loud' ] }, actions: { shop: [ 'turn-key' ] } },
		],
		[ 'a finding without a dotted key', catalogOf( {}, { findings: [ finding, { ...finding, key: 'open' } ] } ), /needs a dotted key/ ],
		[ 'a cause that is first in no example', catalogOf( { examples: { fits: [], nearMisses: cause( 'shop-closed' ).examples.nearMisses } } ), /never first in any example/ ],
		[ 'a rival without a near-miss', catalogOf( { examples: { fits: cause( 'shop-closed' ).examples.fits, nearMisses: [] } } ), /has no near-miss/ ],
		[ 'a near-miss that names no cause', catalogOf( { examples: { ...cause( 'shop-closed' ).examples, nearMisses: [ { name: 'x', findings: {}, not: 'shop-lost' } ] } } ), /"shop-lost", which there is not/ ],
		[ 'an example with an undeclared finding', catalogOf( { examples: { ...cause( 'shop-closed' ).examples, fits: [ { name: 'x', findings: { 'shop.burning': true } } ] } } ), /names "shop\.burning"/ ],
		[ 'a cause without rivals', catalogOf( { rivals: [] } ), /names no rival/ ],
		[ 'a rival that there is not', catalogOf( { rivals: [ 'shop-lost' ] } ), /"shop-lost" is named under outranks or rivals/ ],
		[
			'causes that outrank each other in a circle',
			{ ...twoClosed, causes: twoClosed.causes.map( ( { file, value } ) => ( { file, value: { ...value, outranks: value.rivals } } ) ) },
			/outranks itself/,
		],
		[ 'a fix path without verification', catalogOf( { verification: { any: [] } } ), /no verification/ ],
		[ 'a verification that knowing nothing fulfils', catalogOf( { verification: { finding: 'shop.open', is: 'unknown' } } ), /no verification/ ],
		[ 'an empty fix path', catalogOf( { fixPath: [] } ), /fix path is empty/ ],
		[ 'a step with an action that the connector does not have', catalogOf(), /action "turn-key", which the connector of shop does not have/, { findings: { shop: [ 'shop.open' ] }, actions: {} } ],
		[ 'a step to confirm without an action', catalogOf( { fixPath: [ { id: 'open-shop', title: 'Open', body: 'Open.', applicability: 'confirm' } ] } ), /names no action/ ],
		[ 'a guided step with an action', catalogOf( { fixPath: [ { ...step, applicability: 'guided' } ] } ), /must not name an action/ ],
		[ 'a step with a link that no system declares', catalogOf( { fixPath: [ { ...step, link: 'window' } ] } ), /link "window", which no system declares/ ],
		[ 'a waiting time on a step that does not wait', catalogOf( { fixPath: [ { ...step, waitMinutes: 5 } ] } ), /waits although it is confirm/ ],
		[ 'an audience without a text', catalogOf( { texts: { ...texts, mail: ' ' } } ), /"mail" is empty/ ],
		[ 'a private cause with an anonymous text of its own', catalogOf( { texts: { ...texts, anonymous: 'Your account is closed.' } } ), /must be "generic"/ ],
		[
			'an anonymous text that tells a fact of one person',
			catalogOf( { isPrivate: false, shows: [], texts: { ...texts, anonymous: 'The shop is closed.' } }, { findings: [ { ...finding, scope: 'person' } ] } ),
			/asks for "shop:shop\.open", a fact of one person/,
		],
		[ 'causes of one symptom that an anonymous text tells apart', catalogOf( { isPrivate: false, texts: { ...texts, anonymous: 'The shop is closed.' } } ), /differ in something private/ ],
		[ 'a step’s title that is too long', catalogOf( { fixPath: [ { ...step, title: 'x'.repeat( 100 ) } ] } ), /"stepTitle" has 100 characters/ ],
		[ 'a step’s text that is missing', catalogOf( { fixPath: [ { ...step, body: '' } ] } ), /"stepBody" is empty/ ],
		[ 'a prevention that says nothing', catalogOf( { prevention: [ ' ' ] } ), /"prevention" is empty/ ],
		[
			'a near-miss with an undeclared finding',
			catalogOf( { examples: { ...cause( 'shop-closed' ).examples, nearMisses: [ { name: 'x', findings: { 'shop.burning': true }, not: 'shop-sold' } ] } } ),
			/example "x" names "shop\.burning"/,
		],
		[ 'a text that is too long', catalogOf( { title: 'x'.repeat( 100 ) } ), /"title" has 100 characters/ ],
		[ 'a text with a placeholder', catalogOf( { meaning: 'The shop of %s is closed.' } ), /holds a placeholder/ ],
		[ 'a text with internals for the person', catalogOf( { texts: { ...texts, proven: 'The OAuth token is gone.' } } ), /names "OAuth"/ ],
		[ 'a text with blame', catalogOf( { texts: { ...texts, proven: 'Invalid key.' } } ), /says "Invalid"/ ],
		[ 'a text that repeats a vendor’s sentence', catalogOf( { meaning: `Well. ${ vendorSentence.toUpperCase() }!` } ), /repeats a vendor's sentence/ ],
		[ 'a pattern that does not compile', catalogOf( {}, { symptoms: [ { ...symptom, pattern: '(' } ] } ), /cannot be used/ ],
		[ 'a pattern without a limit', catalogOf( {}, { symptoms: [ { ...symptom, pattern: 'the shop is closed.*' } ] } ), /repeats without a limit/ ],
		[ 'a pattern that nests repetitions', catalogOf( {}, { symptoms: [ { ...symptom, pattern: '(a{1,9}){1,9}' } ] } ), /nests one repetition/ ],
		[ 'a pattern that is anchored', catalogOf( {}, { symptoms: [ { ...symptom, pattern: '^the shop is closed' } ] } ), /is anchored/ ],
		[ 'a pattern that looks around', catalogOf( {}, { symptoms: [ { ...symptom, pattern: 'the shop(?= is)' } ] } ), /looks around/ ],
		[ 'a pattern that misses its example', catalogOf( {}, { symptoms: [ { ...symptom, pattern: 'the shop is open' } ] } ), /does not match its example/ ],
		[ 'a pattern that matches its miss', catalogOf( {}, { symptoms: [ { ...symptom, examples: { ...symptom.examples, misses: [ 'The shop is closed!' ] } } ] } ), /matches what it must not/ ],
		[ 'a symptom that nothing can recognise', catalogOf( {}, { symptoms: [ symptom, { id: 'odd', title: 'Odd', entry: [ 'paste' ], proves: 'nothing', examples: { matches: [], misses: [] } } ] } ), /neither a code nor a pattern/ ],
		[ 'a symptom that no cause shows', catalogOf( {}, { symptoms: [ symptom, { ...symptom, id: 'late' } ] } ), /"shop:late" is shown by no cause/ ],
		[ 'a finding that is declared twice', catalogOf( {}, { findings: [ finding, finding ] } ), /finding "shop\.open" is declared twice/ ],
		[ 'a link that is declared twice', catalogOf( {}, { links: [ ...system.links, ...system.links ] } ), /link "door" is declared twice/ ],
		[ 'a field that is declared twice', catalogOf( {}, { fields: [ field, field ] } ), /field "key" is declared twice/ ],
		[ 'a system whose id is not kebab-case', catalogOf( {}, { id: 'TheShop' } ), /"TheShop" is not kebab-case/ ],
		[ 'a symptom whose id is not kebab-case', catalogOf( {}, { symptoms: [ symptom, { ...symptom, id: 'Shut' } ] } ), /"Shut" is not kebab-case/ ],
		[ 'a link whose id is not kebab-case', catalogOf( {}, { links: [ ...system.links, { ...system.links[ 0 ]!, id: 'Back door' } ] } ), /"Back door" is not kebab-case/ ],
		[ 'a step whose id is not kebab-case', catalogOf( { fixPath: [ { ...step, id: 'OpenShop' } ] } ), /step "OpenShop" is not kebab-case/ ],
		[ 'a step that is there twice', catalogOf( { fixPath: [ step, step ] } ), /step "open-shop" is there twice/ ],
		[ 'a finding without a question', catalogOf( {}, { findings: [ { ...finding, question: '' } ] } ), /"shop\.open" lacks a sentence/ ],
		[ 'a finding that says nothing when it is true', catalogOf( {}, { findings: [ { ...finding, whenTrue: '' } ] } ), /"shop\.open" lacks a sentence/ ],
		[ 'a finding that says nothing when it is false', catalogOf( {}, { findings: [ { ...finding, whenFalse: '' } ] } ), /"shop\.open" lacks a sentence/ ],
		[ 'a pattern without a message that it matches', catalogOf( {}, { symptoms: [ { ...symptom, examples: { ...symptom.examples, matches: [] } } ] } ), /needs a message that matches/ ],
		[ 'a pattern without a message that it must not match', catalogOf( {}, { symptoms: [ { ...symptom, examples: { ...symptom.examples, misses: [] } } ] } ), /and one that does not/ ],
		[ 'a pattern that looks back', catalogOf( {}, { symptoms: [ { ...symptom, pattern: '(the) shop is closed \\1' } ] } ), /looks around or back/ ],
		[ 'a cause that shows an undeclared symptom', catalogOf( { shows: [ 'closed', 'burning' ] } ), /shows the symptom "shop:burning", which no system declares/ ],
		[ 'a verification that names an undeclared finding', catalogOf( { verification: { finding: 'shop.burning', is: false } } ), /finding "shop:shop\.burning", which no system declares/ ],
		[ 'a step’s condition that names an undeclared finding', catalogOf( { fixPath: [ { ...step, onlyIf: { finding: 'shop.burning', is: false } } ] } ), /finding "shop:shop\.burning", which no system declares/ ],
		[ 'an example with an undeclared symptom', catalogOf( { examples: { ...cause( 'shop-closed' ).examples, fits: [ { name: 'x', symptoms: [ 'burning' ], findings: {} } ] } } ), /example "x" names "burning"/ ],
		[
			'two examples of one name',
			catalogOf( { examples: { ...cause( 'shop-closed' ).examples, fits: [ ...cause( 'shop-closed' ).examples.fits, ...cause( 'shop-closed' ).examples.fits ] } } ),
			/Two examples are called "closed"/,
		],
		[ 'a cause that is its own rival', catalogOf( { rivals: [ 'shop-sold', 'shop-closed' ] } ), /"shop-closed" is named under outranks or rivals, but is no other cause/ ],
		[ 'an outranked cause that there is not', catalogOf( { outranks: [ 'shop-lost' ] } ), /"shop-lost" is named under outranks or rivals/ ],
		[ 'a step that machines do without an action', catalogOf( { fixPath: [ { id: 'open-shop', title: 'Open', body: 'Open.', applicability: 'automatic' } ] } ), /is automatic but names no action/ ],
		[ 'a verification that stands on words alone', catalogOf( { verification: { not: { symptom: 'closed' } } } ), /no verification/ ],
		[ 'a verification that one open way fulfils', catalogOf( { verification: { any: [ { finding: 'shop.open', is: true }, { symptom: 'closed' } ] } } ), /no verification/ ],
		...( [ 'anonymous', 'proven', 'mail', 'admin' ] as const ).map( ( audience ) => [ `no text for ${ audience }`, catalogOf( { texts: { ...texts, [ audience ]: '' } } ), new RegExp( `"${ audience }" is empty` ) ] as [ string, Catalog, RegExp ] ),
		[ 'an anonymous text with internals', catalogOf( { isPrivate: false, texts: { ...texts, anonymous: 'The API is down.' } } ), /"anonymous" names "API"/ ],
		[ 'a mail with blame', catalogOf( { texts: { ...texts, mail: 'You forgot your key.' } } ), /"mail" says "You forgot"/ ],
		[ 'nothing about prevention', catalogOf( { prevention: [] } ), /about prevention/ ],
	];

	it.each( refused )( 'refuses %s', ( _, catalog, expected, other = implemented ) => {
		expect( messages( catalog, other ) ).toMatch( expected );
	} );

	it( 'refuses nothing that is not refused here', () => {
		const source = readFileSync( path.join( __dirname, 'check.ts' ), 'utf8' );
		const sentences = [ ...source.matchAll( /\breport\( [^`'"]*(?:'',? ?[^`'"]*)?(`[^`]*`|'[^']+'|"[^"]+")/gu ) ].map( ( [ , sentence = '' ] ) => sentence.slice( 1, -1 ) );
		expect( sentences ).toHaveLength( [ ...source.matchAll( /\breport\( /gu ) ].length );

		const said = refused.map( ( [ , catalog, , other = implemented ] ) => messages( catalog, other ) ).join( '\n' );
		const asPattern = ( sentence: string ): string => sentence.split( /\$\{[^}]*\}/u ).map( ( part ) => part.replaceAll( /[.*+?^$()[\]{}|\\]/gu, '\\$&' ) ).join( '.*' );
		const isSaid = ( sentence: string ): boolean => new RegExp( asPattern( sentence ), 'u' ).test( said );
		expect( sentences.filter( ( sentence ) => ! isSaid( sentence ) ) ).toEqual( [] );
	} );
} );
