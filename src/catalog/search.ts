/**
 * The index by which `explain` finds causes for words that no pattern knows: BM25 weights of every term in every cause, and the sentences that
 * the catalog says about each, worked out here, so that a site only adds up (`src/server/Diagnosis/CauseSearch.php`).
 *
 * Terms are made alike on both sides: letters without accents and without what a screenshot's reader confuses (l and I, 0 and o, rn and m),
 * one word for what means the same (`meanings`), then a light English stem. `Words.php` is the other half; `tests/catalog/terms.json` holds
 * both to the same answers.
 */
import { causeRef, fullRef, type Catalog } from './catalog';
import type { CauseDefinition, Symptom, SystemDefinition } from './types';

/** What the server needs to read a message, and the weights: term → `cause number:weight`, joined by commas. Weights in hundredths. */
export interface SearchIndex {
	readonly letters: Readonly< Record< string, string > >;
	readonly pairs: Readonly< Record< string, string > >;
	readonly meanings: Readonly< Record< string, string > >;
	readonly stop: Readonly< Record< string, 1 > >;
	/** Terms that tell of trouble: without one of them a text reports nothing. */
	readonly trouble: Readonly< Record< string, 1 > >;
	/** Terms of what is about getting in at all: without one of them a text hardly reports a refused login. */
	readonly context: Readonly< Record< string, 1 > >;
	/** Term of a product's name, or two with a blank between them → ids of the systems that bear it. */
	readonly names: Readonly< Record< string, string > >;
	/** Systems that live outside of this site; to name one of them is to speak of it. */
	readonly remote: Readonly< Record< string, 1 > >;
	/** `system/cause`, in the order of their numbers. */
	readonly causes: readonly string[];
	readonly weights: Readonly< Record< string, string > >;
	/** Short sentences that the catalog says about causes: how much their terms weigh together, in hundredths, and numbers of the causes. */
	readonly phrases: ReadonlyArray< readonly [ weight: number, causes: string ] >;
	/** Term → numbers of the sentences that hold it, joined by commas. */
	readonly phrasesOf: Readonly< Record< string, string > >;
	/** Inverse document frequency, in hundredths; what no cause says counts as `strange`. */
	readonly rarity: Readonly< Record< string, number > >;
	readonly strange: number;
	/** Folded word → the word as the known refusals write it, by which what a screenshot's reader got wrong is put right. */
	readonly spelling: Readonly< Record< string, string > >;
}

const accents: ReadonlyArray< readonly [ letters: string, plain: string ] > = [
	[ 'àáâãäåÀÁÂÃÄÅ', 'a' ],
	[ 'çÇ', 'c' ],
	[ 'èéêëÈÉÊË', 'e' ],
	[ 'ìíîïÌÍÎÏ', 'i' ],
	[ 'ñÑ', 'n' ],
	[ 'òóôõöøÒÓÔÕÖØ', 'o' ],
	[ 'ùúûüÙÚÛÜ', 'u' ],
	[ 'ýÿÝ', 'y' ],
	[ 'æÆ', 'ae' ],
	[ 'œŒ', 'oe' ],
	[ 'ß', 'ss' ],
	[ '\'’‘', '' ],
	[ '0', 'o' ],
	[ '1lL', 'i' ],
];

const letters: Readonly< Record< string, string > > = Object.fromEntries( accents.flatMap( ( [ from, to ] ) => [ ...from ].map( ( letter ) => [ letter, to ] as const ) ) );

/** Two words that are one; written as they are, folded below. */
const pairs: Readonly< Record< string, readonly string[] > > = {
	login: [ 'log in', 'logs in', 'logged in', 'logging in', 'sign in', 'signs in', 'signed in', 'signing in', 'log on', 'logged on', 'get in', 'gets in', 'got in', 'einloggen kann', 'logget inn', 'logge inn', 'iniciar sesion', 'se connecter', 'me connecter' ],
	logout: [ 'log out', 'logged out', 'sign out', 'signed out' ],
	username: [ 'user name', 'login name', 'user names', 'nombre usuario', 'nom utilisateur' ],
	email: [ 'e mail', 'e mails', 'correo electronico' ],
	twofactor: [ 'two factor', '2 factor', 'multi factor', 'two step', 'second factor', 'second step', 'deux facteurs' ],
	expired: [ 'too old', 'ran out', 'run out', 'is over', 'past expiry' ],
	exhausted: [ 'used up', 'are gone', 'api limit', 'limit exceeded' ],
	invitation: [ 're invite', 're invited', 're invitation' ],
	disabled: [ 'de activated', 'de activate', 'switched off', 'turned off', 'is off', 'not active', 'made inactive' ],
	refused: [ 'turned down', 'turned away', 'not permitted', 'not allowed', 'not let', 'kept out' ],
	lockout: [ 'locked out', 'lock out', 'locks out' ],
	cannot: [ 'can not', 'no puede', 'kann nicht', 'kan niet', 'kan ikke', 'peut pas', 'nicht anmelden', 'not able' ],
	recyclebin: [ 'recycle bin' ],
	singlesignon: [ 'single sign', 'sign on' ],
	helpcentre: [ 'help centre', 'help center' ],
	password: [ 'mot passe' ],
	approval: [ 'wait approval' ],
	registration: [ 'signed up', 'sign up', 'signs up', 'signing up' ],
	missing: [ 'no longer', 'any more', 'any longer' ],
};

/** One word for what means the same, in English and as people write in the languages of the seeds' systems. */
const meanings: Readonly< Record< string, readonly string[] > > = {
	login: [ 'logon', 'signin', 'logins', 'einloggen', 'anmelden', 'anmeldung', 'inloggen', 'connexion', 'connecter', 'innlogging', 'ingresar', 'acceder' ],
	password: [ 'passwords', 'passwd', 'pwd', 'passwort', 'kennwort', 'contrasena', 'wachtwoord', 'passord', 'passordet', 'passcode' ],
	username: [ 'usernames', 'benutzername', 'benutzernamen', 'gebruikersnaam', 'brukernavn', 'brukernavnet', 'identifiant' ],
	user: [ 'users', 'benutzer', 'nutzer', 'gebruiker', 'bruker', 'brukeren', 'usuario', 'utilisateur', 'colleague' ],
	account: [ 'accounts', 'konto', 'benutzerkonto', 'cuenta', 'compte', 'kontoen', 'brukerkonto' ],
	email: [ 'mail', 'mails', 'emails', 'adresse', 'address', 'addresses', 'postadresse', 'correo', 'epost' ],
	wrong: [ 'incorrect', 'invalid', 'falsch', 'korrekt', 'onjuist', 'incorrecto', 'incorrecta', 'correcta', 'feil', 'mistyped', 'ungueltig', 'ungultig', 'ugyldig', 'ongeldig', 'bad', 'unrecognised', 'mismatch' ],
	expired: [ 'expires', 'expiry', 'lapsed', 'abgelaufen', 'verlopen', 'caducado', 'expire', 'utlopt', 'utgatt', 'outdated', 'stale' ],
	disabled: [ 'deactivated', 'inactive', 'deaktiviert', 'desactive', 'deshabilitada', 'deshabilitado', 'uitgeschakeld', 'deaktivert', 'suspended', 'inactivated' ],
	locked: [ 'lock', 'lockout', 'lockouts', 'gesperrt', 'blocked', 'block', 'blocks', 'bloqueado', 'bloquee', 'geblokkeerd', 'frozen', 'banned' ],
	refused: [ 'refuse', 'refuses', 'rejected', 'reject', 'rejects', 'denied', 'deny', 'denies', 'declined', 'abgelehnt', 'geweigerd', 'avvist', 'forbidden' ],
	deleted: [ 'delete', 'deletion', 'removed', 'remove', 'erased', 'geloscht', 'eliminado', 'supprime', 'verwijderd', 'slettet', 'gone', 'lost' ],
	licence: [ 'license', 'licences', 'licenses', 'lisens', 'lizenz', 'licentie', 'licencia', 'seat', 'seats' ],
	invitation: [ 'invite', 'invited', 'invitations', 'reinvite', 'einladung', 'invitacion', 'uitnodiging', 'invitasjon' ],
	activation: [ 'activate', 'activated', 'activating', 'aktivierung', 'aktiveringslenken', 'aktivering', 'activacion', 'activatie' ],
	approval: [ 'approve', 'approved', 'approves', 'freigeschaltet', 'moderation' ],
	confirmed: [ 'confirm', 'confirmation', 'bestatigt', 'bevestigd', 'bekreftet', 'confirmado', 'verify', 'verified', 'verifies', 'verification', 'unconfirmed', 'unverified' ],
	administrator: [ 'admin', 'admins', 'administrators', 'administrador', 'administrateur', 'beheerder' ],
	contact: [ 'contacts', 'kontaktieren', 'contacter', 'contactez', 'pongase', 'kontakt' ],
	forgotten: [ 'forgot', 'forget', 'vergessen', 'olvidado', 'oublie', 'vergeten', 'glemt' ],
	twofactor: [ '2fa', 'mfa', 'authenticator', 'totp' ],
	captcha: [ 'recaptcha', 'turnstile', 'hcaptcha', 'robot', 'robots' ],
	attempt: [ 'attempts', 'tries', 'retries', 'anmeldeversuche', 'intentos', 'pogingen', 'forsok' ],
	site: [ 'website', 'sites', 'webseite', 'sitio', 'nettsted' ],
	portal: [ 'portals', 'portail', 'helpcentre' ],
	contactcard: [ 'person' ],
	customer: [ 'client', 'clients', 'customers', 'kunde', 'cliente', 'klant' ],
	phone: [ 'mobile', 'iphone', 'smartphone', 'telefon' ],
	company: [ 'organisation', 'organization', 'firma' ],
	permission: [ 'permissions', 'privilege', 'privileges', 'rights', 'right', 'allowed', 'permitted' ],
	credits: [ 'quota', 'allowance', 'calls' ],
	link: [ 'links', 'lien', 'enlace', 'lenke' ],
	missing: [ 'absent', 'never' ],
	browser: [ 'browsers', 'chrome', 'firefox', 'safari' ],
	subscription: [ 'subscriptions', 'membership', 'plan' ],
	code: [ 'codes' ],
	new: [ 'neuer', 'neue', 'nieuwe', 'nouvel', 'nouveau', 'nuevo', 'ny', 'nytt', 'newly' ],
};

/** Too common to tell anything; English and the other languages. */
const stop =
	'a an the and or but if then than that this these those it its i me my we our us you your he she they them his her their is are was were be been being am do does did has have had having of in on at to from for with by as into onto over under about after before between out up down off so too very just also only again once here there when where why how what which who whom all any both each few more most other some such own same s t will would shall should may might must could can now get gets got please say says said saying tell tells told hello hi dear thanks thank regards kind best team support ' +
	'der die das den dem des ein eine einer eines und oder ist sind war wir ihr sie er es ich du mein dein ihre ihren fur mit von zu zum zur bei aus auf nach uber wie was bitte hat haben wird werden dass sich im am vom kann konnen ' +
	'el la los las un una unos unas y o de del en con por para que se su sus al lo es son ha han le mi tu ' +
	'le la les un une des et ou de du en au aux pour par sur dans que qui ce cette votre vos notre nos il elle je vous nous est sont ete etre peut pas ne ' +
	'de het een en of van op in aan met voor door uit bij als dat die dit is zijn was wij jij u uw je ik ' +
	'og eller er en et av til for med som det den de du vi har kan ikke jeg seg i pa fra ma';

/** What tells that something does not work. */
const trouble =
	'not cannot cant wont doesnt isnt didnt no never none nobody nothing wrong incorrect invalid expired refused rejected denied failed fails failure error errors locked blocked disabled missing deleted unable forgotten unknown without exhausted exceeded lockout problem problems trouble stuck broken banned mismatch already must back loop fehler nicht falsch kein keine error erreur fout feil impossible inconnu unbekannt no niet ikke pas down limited archived spam pending awaiting waiting maintenance insecure unauthorised unauthorized insufficient insists demands needs timeout offline refuse troubleshoot troubleshooting restore duplicate merged merging same temporarily license licence';

/** What a refused login is about. */
const context =
	'login logout password username user account portal access session cookie captcha twofactor registration register activation invitation licence role permission lockout attempts ip administrator credential member profile';

/** Says that something is not, whatever it is: tells of trouble, but of no cause. */
const bareNegations = 'not no never none nothing nobody cannot cant wont doesnt isnt didnt without nicht kein keine niet ikke pas error errors erreur';

/** Letters and digits only, lower case, folded; a token for each run. */
export const tokens = ( text: string ): string[] => {
	const folded = [ ...text ].map( ( letter ) => letters[ letter ] ?? letter ).join( '' ).toLowerCase();
	return ( folded.match( /[a-z0-9]+/gu ) ?? [] ).map( ( token ) => token.replaceAll( 'rn', 'm' ).slice( 0, 40 ) );
};

/** Takes endings off an English word; input and output are folded (`ly` is `iy` here). */
export const stem = ( token: string ): string => {
	let word = token;
	const endsIn = ( ending: string, leaving: number ): boolean => word.endsWith( ending ) && word.length - ending.length >= leaving;
	if ( endsIn( 'ies', 2 ) ) {
		word = `${ word.slice( 0, -3 ) }y`;
	} else if ( endsIn( 's', 3 ) && ! /(?:ss|us|is)$/u.test( word ) ) {
		word = word.slice( 0, -1 );
	}
	for ( const ending of [ 'ation', 'ing', 'ed', 'ion', 'ment', 'iy', 'ate' ] ) {
		if ( endsIn( ending, 4 ) ) {
			word = word.slice( 0, -ending.length );
			break;
		}
	}
	return word.length > 4 && word.endsWith( 'e' ) ? word.slice( 0, -1 ) : word;
};

const folded = ( text: string ): string => tokens( text ).join( ' ' );

const setOf = ( keys: Iterable< string > ): Record< string, 1 > => Object.fromEntries( [ ...keys ].map( ( key ) => [ key, 1 ] as const ) );

const flat = ( groups: Readonly< Record< string, readonly string[] > > ): Record< string, string > =>
	Object.fromEntries( Object.entries( groups ).flatMap( ( [ meaning, words ] ) => words.map( ( word ) => [ folded( word ), folded( meaning ) ] as const ) ) );

const foldedPairs = flat( pairs );
const foldedMeanings = flat( meanings );
const stopWords = new Set( tokens( stop ) );

/** The terms of a text, in order, by which it is indexed and looked up. */
export const terms = ( text: string ): string[] => {
	const found: string[] = [];
	const all = tokens( text );
	for ( let at = 0; at < all.length; at++ ) {
		const pair = foldedPairs[ `${ all[ at ] } ${ all[ at + 1 ] ?? '' }` ];
		const token = pair ?? all[ at ] ?? '';
		at += pair === undefined ? 0 : 1;
		if ( ! stopWords.has( token ) ) {
			found.push( stem( foldedMeanings[ token ] ?? token ) );
		}
	}
	return found;
};

/** How much a word counts by where it stands. */
const fieldsOf = (
	cause: CauseDefinition,
	system: SystemDefinition | undefined,
	symptoms: ReadonlyMap< string, Symptom >
): ReadonlyArray< readonly [ text: string, counts: number ] > => {
	const shown = cause.shows.flatMap( ( ref ) => symptoms.get( fullRef( ref, cause.system ) ) ?? [] );
	return [
		[ cause.title, 4 ],
		[ cause.texts.admin, 2 ],
		[ cause.meaning, 1.5 ],
		[ cause.id.replaceAll( '-', ' ' ), 2 ],
		[ cause.texts.mail, 0.5 ],
		...( cause.saidAs ?? [] ).map( ( text ) => [ text, 1 ] as const ),
		[ system?.title ?? '', 2 ],
		...shown.flatMap( ( symptom ) => {
			const counts = symptom.opaque ? 0.25 : 1;
			return [ symptom.title, symptom.source ?? '', ...symptom.examples.matches ].map( ( text ) => [ text, counts ] as const );
		} ),
		...cause.fixPath.map( ( step ) => [ step.title, 0.5 ] as const ),
	];
};

/** The short sentences about a cause, each of which somebody may say almost so. */
const sentencesOf = ( cause: CauseDefinition, symptoms: ReadonlyMap< string, Symptom > ): string[] => {
	const shown = cause.shows.flatMap( ( ref ) => symptoms.get( fullRef( ref, cause.system ) ) ?? [] ).filter( ( symptom ) => ! symptom.opaque );
	return [
		cause.title,
		cause.id.replaceAll( '-', ' ' ),
		...( cause.saidAs ?? [] ),
		...[ cause.texts.admin, cause.meaning, ...shown.flatMap( ( symptom ) => symptom.examples.matches ) ].flatMap( ( text ) => text.split( /[.;:!?]/u ) ),
		...shown.map( ( symptom ) => symptom.title ),
	];
};

/** Words of the known refusals, by their folded form; a word that two of them share is left alone. */
const spellingOf = ( symptoms: Iterable< Symptom > ): Record< string, string > => {
	const found = new Map< string, Set< string > >();
	for ( const symptom of symptoms ) {
		for ( const word of symptom.examples.matches.join( ' ' ).toLowerCase().match( /[a-z]{2,40}/gu ) ?? [] ) {
			const key = folded( word );
			found.set( key, ( found.get( key ) ?? new Set() ).add( word ) );
		}
	}
	const alone = [ ...found ].flatMap( ( [ key, words ] ) => ( words.size === 1 ? [ [ key, [ ...words ].join( '' ) ] as const ] : [] ) );
	return Object.fromEntries( alone.sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ) );
};

const saturation = 1.2;
const lengthCounts = 0.4;
const hundredths = ( value: number ): number => Math.round( value * 100 );

export const searchIndex = ( catalog: Catalog ): SearchIndex => {
	const systems = new Map( catalog.systems.map( ( { value } ) => [ value.id, value ] ) );
	const symptoms = new Map( catalog.systems.flatMap( ( { value } ) => value.symptoms.map( ( symptom ) => [ fullRef( symptom.id, value.id ), symptom ] as const ) ) );

	const documents = catalog.causes.map( ( { value: cause } ) => {
		const counts = new Map< string, number >();
		let length = 0;
		for ( const [ text, weight ] of fieldsOf( cause, systems.get( cause.system ), symptoms ) ) {
			for ( const term of terms( text ) ) {
				counts.set( term, ( counts.get( term ) ?? 0 ) + weight );
				length += weight;
			}
		}
		return { ref: causeRef( cause ), counts, length };
	} );
	const average = documents.reduce( ( sum, one ) => sum + one.length, 0 ) / Math.max( 1, documents.length );

	const spread = new Map< string, number >();
	for ( const term of documents.flatMap( ( one ) => [ ...one.counts.keys() ] ) ) {
		spread.set( term, ( spread.get( term ) ?? 0 ) + 1 );
	}
	const rarityOf = ( inHowMany: number ): number => Math.log( 1 + ( documents.length - inHowMany + 0.5 ) / ( inHowMany + 0.5 ) );

	for ( const term of terms( bareNegations ) ) {
		spread.delete( term );
	}

	const weights: Record< string, string > = {};
	const rarity: Record< string, number > = {};
	for ( const [ term, inHowMany ] of [ ...spread ].sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ) ) {
		rarity[ term ] = hundredths( rarityOf( inHowMany ) );
		weights[ term ] = documents
			.flatMap( ( { counts, length }, number ) => {
				const count = counts.get( term );
				if ( count === undefined ) {
					return [];
				}
				const damped = ( count * ( saturation + 1 ) ) / ( count + saturation * ( 1 - lengthCounts + ( lengthCounts * length ) / average ) );
				return `${ number }:${ hundredths( rarityOf( inHowMany ) * damped ) }`;
			} )
			.join( ',' );
	}

	const names: Record< string, string[] > = {};
	for ( const { value: system } of catalog.systems ) {
		const called = [ ...terms( system.title ), ...( system.alsoCalled ?? [] ).map( ( name ) => terms( name ).join( ' ' ) ) ];
		for ( const name of new Set( called ) ) {
			( names[ name ] ??= [] ).push( system.id );
		}
	}

	const rarityOfTerm = ( term: string ): number => rarity[ term ] ?? 0;
	const phrases = new Map< string, Set< number > >();
	catalog.causes.forEach( ( { value: cause }, number ) => {
		for ( const sentence of sentencesOf( cause, symptoms ) ) {
			const said = [ ...new Set( terms( sentence ) ) ].sort();
			if ( said.length > 1 ) {
				const key = said.join( ' ' );
				phrases.set( key, ( phrases.get( key ) ?? new Set() ).add( number ) );
			}
		}
	} );
	const phrasesOf = new Map< string, number[] >();
	[ ...phrases.keys() ].forEach( ( phrase, number ) => {
		for ( const term of phrase.split( ' ' ) ) {
			phrasesOf.set( term, [ ...( phrasesOf.get( term ) ?? [] ), number ] );
		}
	} );

	return {
		letters,
		pairs: foldedPairs,
		meanings: foldedMeanings,
		stop: setOf( stopWords ),
		trouble: setOf( terms( trouble ) ),
		context: setOf( terms( context ) ),
		names: Object.fromEntries( Object.entries( names ).map( ( [ term, ids ] ) => [ term, ids.join( ',' ) ] ) ),
		remote: setOf( catalog.systems.filter( ( { value } ) => ! value.local ).map( ( { value } ) => value.id ) ),
		causes: documents.map( ( one ) => one.ref ),
		weights,
		phrases: [ ...phrases ].map( ( [ phrase, numbers ] ) => [ phrase.split( ' ' ).reduce( ( sum, term ) => sum + rarityOfTerm( term ), 0 ), [ ...numbers ].join( ',' ) ] as const ),
		phrasesOf: Object.fromEntries( [ ...phrasesOf ].sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ).map( ( [ term, numbers ] ) => [ term, numbers.join( ',' ) ] as const ) ),
		rarity: { ...rarity, ...Object.fromEntries( terms( bareNegations ).map( ( term ) => [ term, 0 ] as const ) ) },
		strange: hundredths( rarityOf( 0 ) ),
		spelling: spellingOf( symptoms.values() ),
	};
};
