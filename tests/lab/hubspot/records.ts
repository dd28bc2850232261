/**
 * Contacts and companies as the API shows them, and what can be written to contacts.
 */
import { json, type Answer, type Call } from '../http';
import { isObject } from '../json';
import type { Account } from './account';
import { apiError, bodyOf, invalid, notFound, rowsOf, textOf, textsOf, time } from './answers';
import { search, type Searched } from './search';
import type { CrmRecord, ObjectType } from './state';

const DEFAULTS: Readonly< Record< ObjectType, readonly string[] > > = {
	contacts: [ 'createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname' ],
	companies: [ 'createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name' ],
};

/** Come with every answer, asked for or not. */
const ALWAYS: Readonly< Record< ObjectType, readonly string[] > > = {
	contacts: [ 'createdate', 'hs_object_id', 'lastmodifieddate' ],
	companies: [ 'createdate', 'hs_lastmodifieddate', 'hs_object_id' ],
};

const MOST_ROWS = 100;

const MERGE_LIMIT = 250;

const isTrue = ( text: string | null ): boolean => text === 'true';

export class Records {
	public constructor(
		private readonly account: Account,
		private readonly type: ObjectType
	) {}

	/** A property's value as text; null where it is empty. */
	public value( record: CrmRecord, name: string ): string | null {
		switch ( name ) {
			case 'hs_object_id':
				return record.id;
			case 'createdate':
				return time( record.createdAt );
			case 'lastmodifieddate':
			case 'hs_lastmodifieddate':
				return time( record.updatedAt );
			case 'associatedcompanyid':
				return this.account.companiesOf( record )[ 0 ]?.id ?? null;
			case 'hs_merged_object_ids':
				return record.mergedIds.length === 0 ? null : record.mergedIds.join( ';' );
			default:
				return record.properties[ name ] ?? null;
		}
	}

	public list( call: Call ): Answer {
		const limit = Number( call.query.get( 'limit' ) ?? '10' );
		if ( ! Number.isInteger( limit ) || limit < 1 || limit > MOST_ROWS ) {
			return invalid( `The limit has to be between 1 and ${ MOST_ROWS }.` );
		}
		const after = call.query.get( 'after' );
		if ( after !== null && ! /^\d+$/.test( after ) ) {
			return invalid( 'The cursor is none of this list.' );
		}
		const refusal = this.strange( this.asked( call ) );
		if ( refusal !== null ) {
			return refusal;
		}
		const rows = this.account.records( this.type, isTrue( call.query.get( 'archived' ) ) ).sort( ( a, b ) => Number( a.id ) - Number( b.id ) );
		const rest = after === null ? rows : rows.filter( ( record ) => Number( record.id ) >= Number( after ) );
		const next = rest[ limit ];
		return json( 200, {
			results: rest.slice( 0, limit ).map( ( record ) => this.row( record, this.asked( call ), this.associated( call ) ) ),
			...( next === undefined ? {} : { paging: { next: { after: next.id, link: `${ call.path }?after=${ next.id }` } } } ),
		} );
	}

	public get( call: Call, id: string ): Answer {
		const idProperty = call.query.get( 'idProperty' ) ?? '';
		if ( idProperty !== '' && idProperty !== 'email' && idProperty !== 'hs_object_id' ) {
			return invalid( `${ idProperty } is no unique property`, { idProperty: [ idProperty ] } );
		}
		const isArchived = isTrue( call.query.get( 'archived' ) );
		const byEmail = idProperty === 'email' && this.type === 'contacts';
		if ( byEmail && isArchived && this.account.state.switches.archivedByEmail === 'rejected' ) {
			return invalid( 'Deleted records are read by their id only.' );
		}
		const found = byEmail ? this.byEmail( id, isArchived ) : this.account.record( this.type, id, isArchived );
		if ( found === undefined ) {
			return notFound( 'The object' );
		}
		return this.strange( this.asked( call ) ) ?? json( 200, this.row( found, this.asked( call ), this.associated( call ) ) );
	}

	private byEmail( email: string, isArchived: boolean ): CrmRecord | undefined {
		return isArchived && this.account.state.switches.archivedByEmail === 'not-found' ? undefined : this.account.contactByEmail( email, isArchived );
	}

	public search( call: Call ): Answer {
		const records = this.account.searched( this.type ).map( ( record ) => ( { id: record.id, record, value: ( name: string ) => this.value( record, name ) } ) );
		return search< Searched & { record: CrmRecord } >(
			bodyOf( call ),
			records,
			( name ) => this.isKnown( name ),
			( { record }, properties ) => this.row( record, properties )
		);
	}

	public batchRead( call: Call ): Answer {
		const body = bodyOf( call );
		const inputs = rowsOf( body.inputs );
		if ( inputs.length === 0 || inputs.length > MOST_ROWS ) {
			return invalid( `A batch has between 1 and ${ MOST_ROWS } inputs.` );
		}
		const refusal = this.strange( textsOf( body.properties ) );
		if ( refusal !== null ) {
			return refusal;
		}
		const isArchived = isTrue( call.query.get( 'archived' ) );
		const isByEmail = textOf( body.idProperty ) === 'email';
		const startedAt = time( this.account.now() );
		const missing: string[] = [];
		const results = inputs.flatMap( ( input ) => {
			const id = textOf( input.id );
			const found = isByEmail ? this.byEmail( id, isArchived ) : this.account.record( this.type, id, isArchived );
			if ( found === undefined ) {
				missing.push( id );
				return [];
			}
			return [ this.row( found, textsOf( body.properties ) ) ];
		} );
		const message = 'Could not get some objects, they may be deleted or not exist.';
		const errors = { status: 'error', category: 'OBJECT_NOT_FOUND', message, context: { ids: missing }, errors: [], links: {} };
		return json( missing.length === 0 ? 200 : 207, {
			status: 'COMPLETE',
			results,
			...( missing.length === 0 ? {} : { numErrors: 1, errors: [ errors ] } ),
			startedAt,
			completedAt: time( this.account.now() ),
		} );
	}

	public create( call: Call ): Answer {
		const properties = this.sent( call );
		const strange = Object.keys( properties ).find( ( name ) => ! this.isKnown( name ) );
		if ( strange !== undefined ) {
			return invalid( `Property "${ strange }" does not exist`, { invalidPropertyName: [ strange ] } );
		}
		const { contacts, switches } = this.account.state;
		const email = ( properties.email ?? '' ).toLowerCase();
		const holder = email === '' ? undefined : this.account.holderOf( email );
		if ( holder !== undefined ) {
			return apiError( 409, 'CONFLICT', switches.conflict === 'names-id' ? `Contact already exists. Existing ID: ${ holder.id }` : 'Contact already exists.' );
		}
		const now = this.account.now();
		const companies = rowsOf( bodyOf( call ).associations ).map( ( { to } ) => textOf( isObject( to ) ? to.id : undefined ) );
		const record: CrmRecord = { id: this.account.nextId(), properties: {}, createdAt: now, updatedAt: now, archivedAt: null, mergedIds: [], mergedInto: '', companies };
		setProperties( record, { ...properties, email } );
		if ( ! switches.ignoreWrites ) {
			contacts.push( record );
		}
		return json( 201, this.row( record, Object.keys( properties ) ) );
	}

	public update( call: Call, id: string ): Answer {
		const record = this.account.record( this.type, id, false );
		if ( record === undefined ) {
			return notFound( 'The object' );
		}
		const properties = this.sent( call );
		const strange = Object.keys( properties ).find( ( name ) => ! this.isKnown( name ) );
		if ( strange !== undefined ) {
			return invalid( `Property "${ strange }" does not exist`, { invalidPropertyName: [ strange ] } );
		}
		const email = properties.email?.toLowerCase();
		const holder = email === undefined || email === '' ? undefined : this.account.holderOf( email );
		if ( holder !== undefined && holder.id !== id ) {
			return apiError( 409, 'CONFLICT', 'A contact with that address exists already.' );
		}
		const answer = structuredClone( record );
		const write = ( one: CrmRecord ): void => setProperties( one, { ...properties, ...( email === undefined ? {} : { email } ) } );
		write( answer );
		if ( ! this.account.state.switches.ignoreWrites ) {
			this.account.change( record, write );
		}
		return json( 200, this.row( answer, Object.keys( properties ) ) );
	}

	public merge( call: Call ): Answer {
		const body = bodyOf( call );
		const [ primary, other ] = [ body.primaryObjectId, body.objectIdToMerge ].map( ( id ) => this.account.record( 'contacts', textOf( id ), false ) );
		if ( primary === undefined || other === undefined ) {
			return notFound( 'The object' );
		}
		if ( primary === other || primary.mergedIds.length >= MERGE_LIMIT ) {
			return invalid( 'These records cannot be merged.' );
		}
		const merged = this.account.state.switches.ignoreWrites ? primary : mergeContacts( this.account, primary, other );
		return json( 200, this.row( merged, [] ) );
	}

	/** A record as an answer shows it; without a list of properties, those that come by themselves. */
	public row( record: CrmRecord, properties: readonly string[], isAssociated = false ): object {
		const names = properties.length === 0 ? DEFAULTS[ this.type ] : [ ...ALWAYS[ this.type ], ...properties.filter( ( name ) => this.isKnown( name ) ) ];
		const companies = isAssociated ? this.account.companiesOf( record ) : [];
		return {
			id: record.id,
			properties: Object.fromEntries( [ ...new Set( names ) ].sort().map( ( name ) => [ name, this.value( record, name ) ] ) ),
			createdAt: time( record.createdAt ),
			updatedAt: time( record.updatedAt ),
			archived: record.archivedAt !== null,
			...( record.archivedAt === null ? {} : { archivedAt: time( record.archivedAt ) } ),
			...( companies.length === 0 ? {} : { associations: { companies: { results: companies.map( ( { id } ) => ( { id, type: 'contact_to_company' } ) ) } } } ),
		};
	}

	private sent( call: Call ): Record< string, string > {
		const { properties } = bodyOf( call );
		return Object.fromEntries( Object.entries( isObject( properties ) ? properties : {} ).map( ( [ name, value ] ) => [ name, textOf( value ) ] ) );
	}

	private asked( call: Call ): string[] {
		return call.query.getAll( 'properties' ).flatMap( ( names ) => names.split( ',' ) ).filter( ( name ) => name !== '' );
	}

	private associated( call: Call ): boolean {
		return call.query.getAll( 'associations' ).flatMap( ( names ) => names.split( ',' ) ).some( ( name ) => /^compan(y|ies)$/.test( name ) );
	}

	private isKnown( name: string ): boolean {
		return this.type === 'companies' || this.account.property( name, false ) !== undefined;
	}

	/** What reading an unknown property is answered with; null where it is left out without a word. */
	private strange( asked: readonly string[] ): Answer | null {
		const name = asked.find( ( one ) => ! this.isKnown( one ) );
		return name === undefined || this.account.state.switches.unknownProperty === 'left-out' ? null : invalid( `Property "${ name }" does not exist`, { invalidPropertyName: [ name ] } );
	}
}

/** Sets properties of a record; '' empties one. */
export function setProperties( record: CrmRecord, properties: Readonly< Record< string, string > > ): void {
	const all = { ...record.properties, ...properties };
	record.properties = Object.fromEntries( Object.entries( all ).filter( ( [ , value ] ) => value !== '' ) );
}

/**
 * Merges two contacts, as the account is set to do it, and returns what became of them.
 *
 * @param account Whose.
 * @param primary Whose values win.
 * @param other   The other one; its address becomes an additional one.
 */
export function mergeContacts( account: Account, primary: CrmRecord, other: CrmRecord ): CrmRecord {
	const now = account.now();
	const lost = primary.properties.email === undefined ? '' : other.properties.email ?? '';
	const emails = [ ...account.additionalEmails( primary ), ...account.additionalEmails( other ), lost ];
	const properties = { ...other.properties, ...primary.properties, hs_additional_emails: emails.filter( ( email ) => email !== '' ).join( ';' ) };
	const companies = [ ...new Set( [ ...primary.companies, ...other.companies ] ) ];
	const mergedIds = [ ...primary.mergedIds, ...other.mergedIds, other.id ];
	let result = primary;
	if ( account.state.switches.merge === 'new-record' ) {
		const merged = { mergedIds: [ primary.id, ...mergedIds ], mergedInto: '', companies };
		result = { id: account.nextId(), properties: {}, createdAt: now, updatedAt: now, archivedAt: null, ...merged };
		account.state.contacts.push( result );
		account.change( primary, ( one ) => Object.assign( one, { archivedAt: now, mergedInto: result.id } ) );
	}
	account.change( other, ( one ) => Object.assign( one, { archivedAt: now, mergedInto: result.id } ) );
	account.change( result, ( one ) => {
		one.companies = companies;
		one.mergedIds = result === primary ? mergedIds : one.mergedIds;
		one.properties = {};
		setProperties( one, properties );
	} );
	return result;
}
