/**
 * The portal's REST API: version 3, and what version 2 needs for a session.
 */
import { json, type Answer, type Call } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import { entities, NO_TIME, run, shown, time, type Entity } from './entities';
import { MeqlError, parseMeql } from './meql';
import type { Portal } from './portal';
import type { ApiKey, PortalUser } from './state';

const API = '/api/3.0';
const LEGACY = '/rest/2.0';

/** Records that one PATCH may hold. */
const MOST_RECORDS = 400;

const bodyOf = ( call: Call ): Json | undefined => parseJson( call.body.toString( 'utf8' ) );

const textOf = ( value: Json | undefined ): string => ( typeof value === 'string' ? value : '' );

interface FieldError {
	readonly code: string | null;
	readonly message: string;
	readonly propertyName: string | null;
	readonly index: number;
}

const errorOf = ( message: string, propertyName: string | null = null, index = 0, code: string | null = null ): FieldError => ( { code, message, propertyName, index } );

export class ApiHost {
	public constructor( private readonly portal: Portal ) {}

	public clientOf( call: Call ): string {
		const key = textOf( isObject( bodyOf( call ) ) ? ( bodyOf( call ) as JsonObject ).refresh_token : undefined );
		return this.apiKey( key )?.client ?? this.session( call )?.client ?? '';
	}

	public kindOf( call: Call ): 'read' | 'write' {
		return call.method === 'PATCH' || call.method === 'PUT' || call.method === 'DELETE' || ( call.method === 'POST' && call.path.startsWith( `${ API }/entity/` ) ) ? 'write' : 'read';
	}

	public answer( call: Call ): Answer {
		this.portal.synchronise();
		if ( call.method === 'POST' && call.path === `${ API }/token` ) {
			return this.token( call );
		}
		if ( call.method === 'POST' && [ `${ LEGACY }/token`, `${ LEGACY }/createsession` ].includes( call.path ) ) {
			return this.legacySession( call );
		}
		if ( this.session( call ) === undefined ) {
			return this.refuse( this.portal.state.switches.expiredToken, 'The session is not valid or has expired.' );
		}
		if ( call.method === 'POST' && call.path === `${ API }/query` ) {
			return this.query( call.body.toString( 'utf8' ) );
		}
		return this.record( call );
	}

	/** One record by its id, or changes of several. */
	private record( call: Call ): Answer {
		const [ , name, id = '' ] = new RegExp( `^${ API }/entity/([^/]+)(?:/([^/]+))?$` ).exec( decodeURI( call.path ) ) ?? [];
		if ( name === undefined ) {
			return this.refuse( 404, 'There is no such resource.' );
		}
		if ( call.method === 'GET' && id !== '' ) {
			return this.one( name, id );
		}
		// People make and delete records on the portal's own pages; what the API has for that is not played.
		return call.method === 'PATCH' ? this.update( name, bodyOf( call ), id ) : this.refuse( 405, 'The method is not allowed.' );
	}

	private apiKey( key: string ): ApiKey | undefined {
		return this.portal.state.apiKeys.find( ( one ) => one.key === key && key !== '' );
	}

	private session( call: Call ) {
		const token = /^(?:Bearer )?(\S+)$/.exec( call.headers.authorization ?? '' )?.[ 1 ];
		return this.portal.state.sessions.find( ( session ) => session.token === token && session.expiresAt > this.portal.now() );
	}

	private token( call: Call ): Answer {
		const sent = bodyOf( call );
		const key = isObject( sent ) && sent.grant_type === 'refresh_token' ? this.apiKey( textOf( sent.refresh_token ) ) : undefined;
		if ( key === undefined || key.isRevoked || this.portal.user( key.userId )?.isActive !== true ) {
			return json( 403, { token: null, dateIssued: time( this.portal.now() ), validUntil: NO_TIME, success: false, errors: [ errorOf( 'Login failed.' ) ] } );
		}
		const { token, issuedAt, expiresAt } = this.portal.issue( key.client );
		return json( 200, { token, dateIssued: time( issuedAt ), validUntil: time( expiresAt ), success: true, errors: [] } );
	}

	/** Version 2: the same, in its own words. Passwords are not played. */
	private legacySession( call: Call ): Answer {
		const sent = bodyOf( call );
		const key = isObject( sent ) && call.path.endsWith( '/token' ) ? this.apiKey( textOf( sent.refresh_token ) ) : undefined;
		if ( key === undefined || key.isRevoked ) {
			return json( 200, { SessionId: null, DateIssued: time( this.portal.now() ), ValidUntil: NO_TIME, IsSuccess: false, Errors: [ { Code: null, PropertyName: null, Message: 'Login failed.' } ] } );
		}
		const { token, issuedAt, expiresAt } = this.portal.issue( key.client );
		return json( 200, { SessionId: token, DateIssued: time( issuedAt ), ValidUntil: time( expiresAt ), IsSuccess: true, Errors: [] } );
	}

	private query( text: string ): Answer {
		const { switches } = this.portal.state;
		try {
			const query = parseMeql( text, switches );
			const entity = this.entity( query.entity );
			if ( ! ( 'rows' in entity ) ) {
				return entity;
			}
			const { matching, records } = run( entity, query, switches.emptyFields );
			return json( 200, { Count: switches.count === 'matching' ? matching : records.length, Records: records } );
		} catch ( error ) {
			if ( error instanceof MeqlError ) {
				return this.refuse( 400, error.message );
			}
			throw error;
		}
	}

	private one( name: string, id: string ): Answer {
		const entity = this.entity( name );
		if ( ! ( 'rows' in entity ) ) {
			return entity;
		}
		const row = entity.rows().find( ( one ) => one.Id === id );
		return row === undefined ? this.refuse( 404, 'The record does not exist.' ) : json( 200, shown( entity, row, Object.keys( row ), this.portal.state.switches.emptyFields ) );
	}

	private entity( name: string ): Entity | Answer {
		const all = entities( this.portal );
		const entity = Object.hasOwn( all, name ) ? all[ name ] : undefined;
		if ( entity === undefined ) {
			return this.refuse( this.portal.state.switches.unknownEntity, `The entity: '${ name }' does not exist.` );
		}
		return entity.right !== undefined && this.portal.isDenied( entity.right ) ? this.refuse( 403, 'Insufficient privileges.' ) : entity;
	}

	private update( name: string, sent: Json | undefined, id: string ): Answer {
		if ( name !== 'User' ) {
			return this.refuse( 403, 'Insufficient privileges.' );
		}
		const entity = this.entity( name );
		if ( ! ( 'rows' in entity ) ) {
			return entity;
		}
		const records = Array.isArray( sent ) ? sent : [ sent ];
		if ( ! records.every( isObject ) || records.length === 0 || records.length >= MOST_RECORDS || ( id !== '' && ( records.length > 1 || ( records[ 0 ]?.Id ?? id ) !== id ) ) ) {
			return this.refuse( 400, 'The record data is not readable.' );
		}
		if ( this.portal.isDenied( 'write' ) ) {
			return this.refuse( 403, 'Insufficient privileges.' );
		}
		const changes = records.map( ( record, index ) => this.change( { Id: id, ...record }, index ) );
		const errors = changes.flatMap( ( change ) => ( 'perform' in change ? [] : [ change ] ) );
		if ( errors.length > 0 ) {
			return json( 400, { success: false, errors } );
		}
		const done = changes.flatMap( ( change ) => ( 'perform' in change ? [ change ] : [] ) );
		if ( ! this.portal.state.switches.ignoreWrites ) {
			done.forEach( ( change ) => change.perform() );
		}
		return this.changed( done.map( ( change ) => change.id ) );
	}

	/** The answer to a PATCH; which form it has is not verified. */
	private changed( ids: readonly string[] ): Answer {
		const bodies = {
			list: ids.map( ( id ) => ( { id, success: true, errors: [] } ) ),
			object: { success: true, errors: [], ids },
		};
		const { patchAnswer } = this.portal.state.switches;
		return patchAnswer === 'empty' ? { status: 204 } : json( 200, bodies[ patchAnswer ] );
	}

	/** What a record of a PATCH would do, or why it may not. */
	private change( sent: JsonObject, index: number ): { id: string; perform: () => void } | FieldError {
		const user = this.portal.user( textOf( sent.Id ) );
		return user === undefined ? errorOf( 'The record does not exist.', 'Id', index ) : this.changeOf( user, sent, index );
	}

	private changeOf( user: PortalUser, sent: JsonObject, index: number ): { id: string; perform: () => void } | FieldError {
		const steps: Array< () => void > = [];
		const wrong = Object.entries( sent )
			.filter( ( [ field ] ) => field !== 'Id' )
			.map( ( [ field, value ] ) => ( { field, error: this.fieldStep( user, field, value, steps ) } ) )
			.find( ( { error } ) => error !== '' );
		return wrong === undefined ? { id: user.id, perform: () => steps.forEach( ( step ) => step() ) } : errorOf( wrong.error, wrong.field, index );
	}

	/** Adds what one field changes; answers what is wrong with it, '' where nothing is. */
	private fieldStep( user: PortalUser, field: string, value: Json, steps: Array< () => void > ): string {
		const { contactField } = this.portal.state.switches;
		if ( field === 'IsActive' && typeof value === 'boolean' ) {
			if ( value && ! user.isActive && this.portal.freeSeats( user ) <= 0 ) {
				return 'The maximum number of active users has been reached.';
			}
			steps.push( () => this.portal.setActive( user, value ) );
			return '';
		}
		if ( field === 'RoleId' && ( value === null || this.portal.state.roles.some( ( role ) => role.id === value ) ) ) {
			steps.push( () => void ( user.roleId = value === null ? null : textOf( value ) ) );
			return '';
		}
		if ( field === contactField && contactField !== '' && ( value === null || this.portal.contact( textOf( value ) ) !== undefined ) ) {
			steps.push( () => void ( user.contactId = value === null ? null : textOf( value ) ) );
			return '';
		}
		return `The field: '${ field }' cannot be set to that value.`;
	}

	/** A refusal: each form that the pages know of. */
	private refuse( status: number, message: string ): Answer {
		switch ( this.portal.state.switches.errorBody ) {
			case 'errors':
				return json( status, { success: false, errors: [ errorOf( message ) ] } );
			case 'legacy':
				return json( status, { IsSuccess: false, Errors: [ { Code: null, PropertyName: null, Message: message, Index: 0 } ] } );
			default:
				return json( status, { message, success: false } );
		}
	}
}
