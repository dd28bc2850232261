/**
 * Drives the simulator with Zoho's own SDK, unmodified but for its base URL, and prints what the SDK understood as one JSON line.
 *
 * A process of its own: the SDK keeps global state, writes field files, and ships as ES modules.
 * Arguments: the lab's `zoho-crm` entry as JSON, an empty folder.
 */
import * as Sdk from '@zohocrm/nodejs-sdk-8.0/lib/index.js';

/** The SDK's index gives a module where one expects a class. */
const classOf = ( name ) => ( typeof Sdk[ name ] === 'function' ? Sdk[ name ] : Sdk[ name ][ name ] );

const [ , , systemJson = '', folder = '' ] = process.argv;
const system = JSON.parse( systemJson );

/** Keeps the token in memory, so that its expiry can be reached. */
class MemoryStore extends classOf( 'TokenStore' ) {
	kept = null;
	findToken() {
		return Promise.resolve( this.kept );
	}
	findTokenById() {
		return Promise.resolve( this.kept );
	}
	saveToken( token ) {
		this.kept = token;
		token.setId( 'lab' );
		return Promise.resolve();
	}
	deleteToken() {
		this.kept = null;
		return Promise.resolve();
	}
	getTokens() {
		return Promise.resolve( this.kept === null ? [] : [ this.kept ] );
	}
	deleteTokens() {
		this.kept = null;
		return Promise.resolve();
	}
}

const control = async ( path, body ) => {
	const response = await fetch( system.control + path, { method: 'POST', body: JSON.stringify( body ) } );
	if ( ! response.ok ) {
		throw new Error( await response.text() );
	}
};

const store = new MemoryStore();
const token = new ( classOf( 'OAuthBuilder' ) )()
	.clientId( system.credentials.clientId )
	.clientSecret( system.credentials.clientSecret )
	.refreshToken( system.credentials.refreshToken )
	.build();
const builder = await new ( classOf( 'InitializeBuilder' ) )();
builder
	.environment( classOf( 'DataCenter' ).setEnvironment( system.base, `${ system.accounts }/oauth/v2/token`, system.base ) )
	.token( token )
	.store( store )
	.SDKConfig( new ( classOf( 'SDKConfigBuilder' ) )().autoRefreshFields( false ).pickListValidation( false ).build() )
	.resourcePath( folder );
await builder.initialize();

const seen = {};
const parameters = async ( pairs ) => {
	const map = new ( classOf( 'ParameterMap' ) )();
	for ( const [ parameter, value ] of pairs ) {
		await map.add( parameter, value );
	}
	return map;
};
const headers = async ( pairs ) => {
	const map = new ( classOf( 'HeaderMap' ) )();
	for ( const [ header, value ] of pairs ) {
		await map.add( header, value );
	}
	return map;
};
const text = ( value ) => ( value === null || value === undefined ? null : String( value ) );
const fault = ( answer ) => {
	const object = answer.getObject();
	return {
		status: answer.getStatusCode(),
		kind: object?.constructor.name ?? null,
		code: object?.getCode?.()?.getValue?.() ?? null,
		details: object?.getDetails?.() ? Object.fromEntries( object.getDetails() ) : {},
	};
};

const { RecordOperations, GetRecordsParam, GetRecordsHeader, GetRecordParam, GetDeletedRecordsParam, SearchRecordsParam } = Sdk.Record;
const contacts = () => new RecordOperations( 'Contacts' );
const record = ( one ) => ( {
	id: text( one.getId() ),
	email: one.getKeyValue( 'Email' ),
	account: text( one.getKeyValue( 'Account_Name' )?.getId?.() ),
	modified: one.getKeyValue( 'Modified_Time' )?.toISOString?.() ?? null,
} );
const info = ( one ) => ( {
	more: one.getMoreRecords(),
	token: one.getNextPageToken?.() ?? null,
	count: one.getCount(), page: one.getPage?.() ?? null } );

const steps = {
	async users() {
		const { UsersOperations, GetUsersParam } = Sdk.Users;
		const answer = await new UsersOperations().getUsers( await parameters( [ [ GetUsersParam.TYPE, 'CurrentUser' ] ] ) );
		return answer.getObject().getUsers().map( ( user ) => ( { id: text( user.getId() ), email: user.getEmail(), profile: user.getProfile().getName() } ) );
	},
	async org() {
		const { OrgOperations } = Sdk.Org;
		const [ org ] = ( await new OrgOperations().getOrganization() ).getObject().getOrg();
		const license = org.getLicenseDetails();
		return { zgid: org.getZgid(), name: org.getCompanyName(), paidType: license.getPaidType(), users: text( license.getUsersLicensePurchased() ) };
	},
	async licences() {
		const { FeaturesOperations } = Sdk.Features;
		const answer = await new FeaturesOperations().getUserLicencesCount();
		const details = answer.getObject().getFeatures()[ 0 ].getDetails();
		return { used: details.getUsedCount().getTotal(), limit: details.getLimits().getTotal(), available: details.getAvailableCount().getTotal() };
	},
	async contact() {
		const answer = await contacts().getRecord( BigInt( system.ids.fine ), await parameters( [ [ GetRecordParam.FIELDS, 'Email,Account_Name,Modified_Time' ] ] ) );
		return answer.getObject().getData().map( record );
	},
	async absentContact() {
		return ( await contacts().getRecord( BigInt( system.ids.binned ) ) ).getStatusCode();
	},
	async list() {
		const first = await contacts().getRecords( await parameters( [ [ GetRecordsParam.FIELDS, 'Email' ], [ GetRecordsParam.PER_PAGE, 5 ] ] ) );
		const wrapper = first.getObject();
		const second = await contacts().getRecords(
			await parameters( [ [ GetRecordsParam.FIELDS, 'Email' ], [ GetRecordsParam.PER_PAGE, 5 ], [ GetRecordsParam.PAGE_TOKEN, wrapper.getInfo().getNextPageToken() ] ] )
		);
		return {
			first: wrapper.getData().map( ( one ) => text( one.getId() ) ),
			info: info( wrapper.getInfo() ),
			second: second.getObject().getData().map( ( one ) => text( one.getId() ) ),
		};
	},
	async unmodified() {
		const answer = await contacts().getRecords(
			await parameters( [ [ GetRecordsParam.FIELDS, 'Email' ] ] ),
			await headers( [ [ GetRecordsHeader.IF_MODIFIED_SINCE, new Date( Date.now() + 60_000 ) ] ] )
		);
		return answer.getStatusCode();
	},
	async search() {
		const answer = await contacts().searchRecords( await parameters( [ [ SearchRecordsParam.EMAIL, 'maya.lindqvist@alderfinch.example' ] ] ) );
		return answer.getObject().getData().map( ( one ) => text( one.getId() ) );
	},
	async coql() {
		const { CoqlOperations } = Sdk.Coql;
		const body = new Sdk.Coql.BodyWrapper();
		body.setSelectQuery( "select id, Email, Account_Name from Contacts where Email = 'maya.lindqvist@alderfinch.example' limit 0, 5" );
		const answer = await new CoqlOperations().getRecords( body );
		return answer.getObject().getData().map( record );
	},
	async coqlMissingField() {
		const { CoqlOperations } = Sdk.Coql;
		const body = new Sdk.Coql.BodyWrapper();
		body.setSelectQuery( "select id, No_Such_Field from Contacts where Email = 'a@b.example'" );
		return fault( await new CoqlOperations().getRecords( body ) );
	},
	async recycleBin() {
		const { RecycleBinOperations, GetRecycleBinRecordsParam } = Sdk.RecycleBin;
		const row = ( one ) => ( {
			id: text( one.getId() ),
			name: one.getDisplayName(),
			module: one.getModule().getAPIName(),
			by: one.getDeletedBy().getName(), at: one.getDeletedTime().toISOString() } );
		const listed = await new RecycleBinOperations().getRecyclebinRecords( await parameters( [ [ GetRecycleBinRecordsParam.IDS, system.ids.binned ] ] ) );
		const one = await new RecycleBinOperations().getRecyclebinRecord( BigInt( system.ids.binned ) );
		return { list: listed.getObject().getRecycleBin().map( row ), one: one.getObject().getRecycleBin().map( row ) };
	},
	async deleted() {
		const answer = await contacts().getDeletedRecords( await parameters( [ [ GetDeletedRecordsParam.TYPE, 'all' ] ] ) );
		return answer.getObject().getData().map( ( one ) => ( { id: text( one.getId() ), type: one.getType(), at: one.getDeletedTime().toISOString() } ) );
	},
	async fields() {
		const { FieldsOperations, GetFieldsParam } = Sdk.Fields;
		const answer = await new FieldsOperations().getFields( await parameters( [ [ GetFieldsParam.MODULE, 'Contacts' ] ] ) );
		return answer.getObject().getFields().map( ( field ) => ( {
			name: field.getAPIName(),
			profiles: field.getProfiles().map( ( profile ) => profile.getPermissionType() ),
			layouts: field.getLayoutAssociations().length,
		} ) );
	},
	async update() {
		const changed = new Sdk.Record.Record();
		await changed.addKeyValue( 'Phone', '+49 30 5550100' );
		const body = new Sdk.Record.BodyWrapper();
		body.setData( [ changed ] );
		const answer = await contacts().updateRecord( BigInt( system.ids.noAccount ), body );
		const [ row ] = answer.getObject().getData();
		return { status: answer.getStatusCode(), code: row.getCode().getValue(), id: text( row.getDetails().get( 'id' ) ) };
	},
	async refresh() {
		const before = store.kept.getAccessToken();
		store.kept.setExpiresIn( '1' );
		token.setExpiresIn( '1' );
		await control( '/state', { do: 'expire-access-tokens' } );
		const users = await steps.users();
		return { isNew: store.kept.getAccessToken() !== before, users };
	},
	async unauthorised() {
		await control( '/state', { do: 'expire-access-tokens' } );
		return fault( await contacts().getRecord( BigInt( system.ids.fine ) ) );
	},
	async exhausted() {
		store.kept.setExpiresIn( '1' );
		token.setExpiresIn( '1' );
		await steps.users();
		await control( '/state', { do: 'spend-credits' } );
		return fault( await contacts().getRecord( BigInt( system.ids.fine ) ) );
	},
	async revoked() {
		await control( '/state', { do: 'revoke-refresh-token' } );
		store.kept.setExpiresIn( '1' );
		token.setExpiresIn( '1' );
		return contacts()
			.getRecord( BigInt( system.ids.fine ) )
			.then( () => 'no error', ( error ) => error.message ?? String( error ) );
	},
};

for ( const [ name, step ] of Object.entries( steps ) ) {
	try {
		seen[ name ] = await step();
	} catch ( error ) {
		seen[ name ] = { thrown: error?.stack ?? String( error ), cause: error?.cause?.stack ?? null };
	}
}
process.stdout.write( `${ JSON.stringify( seen ) }\n` );
