/**
 * The simulator before a client that nobody here wrote: dynamics-web-api, unmodified but for its server's address.
 */
import { DynamicsWebApi } from 'dynamics-web-api';
import type { LoggedCall } from '../calls';
import { startLab, type Lab } from '../lab';
import { RemoteControl } from '../remote-control';
import { ACCOUNTS, CAUSEWAY, ORG, PEOPLE, USERNAME_COLUMN, USERS } from './scenario';

interface ContactRow {
	readonly contactid: string;
	readonly emailaddress1: string | null;
	readonly fullname: string;
	readonly _parentcustomerid_value: string | null;
	readonly _parentcustomerid_value_Formatted?: string;
	readonly _parentcustomerid_value_LogicalName?: string;
	readonly [ column: string ]: unknown;
}

let lab: Lab;
let control: RemoteControl;

const clientOf = ( token: () => Promise< string > ): DynamicsWebApi =>
	new DynamicsWebApi( { serverUrl: lab[ 'dynamics-365' ].base, onTokenRefresh: token, dataApi: { version: '9.2' }, includeAnnotations: '*' } );

const newToken = async (): Promise< string > => {
	const { entra, base } = lab[ 'dynamics-365' ];
	const response = await fetch( `${ entra }/${ CAUSEWAY.tenantId }/oauth2/v2.0/token`, {
		method: 'POST',
		body: new URLSearchParams( { grant_type: 'client_credentials', client_id: CAUSEWAY.clientId, client_secret: CAUSEWAY.clientSecret, scope: `${ base }/.default` } ),
	} );
	return ( ( await response.json() ) as { access_token: string } ).access_token;
};

const client = (): DynamicsWebApi => clientOf( newToken );

const errorOf = async ( attempt: Promise< unknown > ): Promise< { status?: number; code?: string; headers?: Record< string, string > } > =>
	attempt.then(
		() => ( {} ),
		( error: { status: number; code: string; headers: Record< string, string > } ) => error
	);

beforeAll( async () => {
	lab = await startLab();
	control = new RemoteControl( lab[ 'dynamics-365' ].control );
} );

beforeEach( () => control.reset() );

afterAll( () => lab.stop() );

const quoted = ( text: string ): string => `'${ text.replaceAll( "'", "''" ) }'`;

const binOf = ( filter: string ): string =>
	`<fetch top="5" datasource="bin"><entity name="contact"><attribute name="fullname"/><attribute name="emailaddress1"/><filter>${ filter }</filter></entity></fetch>`;

const inBin = `<condition attribute="contactid" operator="eq" value="${ PEOPLE.binned.contactId }"/>`;

describe( 'dynamics-web-api', () => {
	it( 'asks who it is', async () => {
		expect( await client().callFunction( 'WhoAmI' ) ).toMatchObject( { UserId: USERS.causeway.id, OrganizationId: ORG.id, BusinessUnitId: ORG.businessUnitId } );
	} );

	it( 'asks for the reach of a privilege', async () => {
		const privileges = ( name: string ): Promise< { RolePrivileges: { Depth: string }[] } > =>
			client().callFunction( {
				collection: 'systemusers',
				key: USERS.causeway.id,
				name: 'Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName',
				parameters: { PrivilegeName: name },
			} );
		expect( ( await privileges( 'prvReadContact' ) ).RolePrivileges ).toMatchObject( [ { Depth: 'Global' } ] );
		expect( ( await privileges( 'prvDeleteContact' ) ).RolePrivileges ).toEqual( [] );
	} );

	it.each( [ PEOPLE.fine.email, PEOPLE.fine.email.toUpperCase(), PEOPLE.quoted.email ] )( 'finds %s by filter, without regard to case and with the quote doubled', async ( email ) => {
		const found = await client().retrieveMultiple< ContactRow >( { collection: 'contacts', select: [ 'fullname', 'emailaddress1' ], filter: `emailaddress1 eq ${ quoted( email ) }`, top: 5 } );
		expect( found.value?.map( ( row ) => row.emailaddress1?.toLowerCase() ) ).toEqual( [ email.toLowerCase() ] );
	} );

	it( 'finds many addresses by the query function In', async () => {
		const found = await client().retrieveMultiple< ContactRow >( {
			collection: 'contacts',
			select: [ 'emailaddress1' ],
			filter: `Microsoft.Dynamics.CRM.In(PropertyName='emailaddress1',PropertyValues=[${ [ PEOPLE.fine, PEOPLE.locked ].map( ( one ) => quoted( one.email ) ).join( ',' ) }])`,
		} );
		expect( found.value ).toHaveLength( 2 );
	} );

	it( 'reads one contact with its Account and the kind of it', async () => {
		const row = await client().retrieve< ContactRow >( { collection: 'contacts', key: PEOPLE.fine.contactId, select: [ 'fullname', '_parentcustomerid_value' ] } );
		expect( row ).toMatchObject( { _parentcustomerid_value: ACCOUNTS.alder.id, _parentcustomerid_value_Formatted: ACCOUNTS.alder.name, _parentcustomerid_value_LogicalName: 'account' } );
		const other = await client().retrieve< ContactRow >( { collection: 'contacts', key: PEOPLE.parentIsContact.contactId, select: [ '_parentcustomerid_value' ] } );
		expect( other._parentcustomerid_value_LogicalName ).toBe( 'contact' );
	} );

	it( 'walks pages by the address of the next one, and all of them', async () => {
		const first = await client().retrieveMultiple< ContactRow >( { collection: 'contacts', select: [ 'fullname' ], maxPageSize: 10 } );
		expect( first.value ).toHaveLength( 10 );
		const second = await client().retrieveMultiple< ContactRow >( { collection: 'contacts', select: [ 'fullname' ], maxPageSize: 10 }, first.oDataNextLink );
		expect( new Set( [ ...( first.value ?? [] ), ...( second.value ?? [] ) ].map( ( row ) => row.contactid ) ).size ).toBe( 20 );
		const all = await client().retrieveAll< ContactRow >( { collection: 'contacts', select: [ 'fullname' ], maxPageSize: 10 } );
		expect( all.value ).toHaveLength( Object.keys( PEOPLE ).length - 2 );
	} );

	it( 'tracks changes: everybody once, then what changed and what was deleted', async () => {
		const api = client();
		const query = { collection: 'contacts', select: [ 'emailaddress1' ], trackChanges: true };
		const first = await api.retrieveMultiple< ContactRow >( query );
		expect( first.value ).toHaveLength( Object.keys( PEOPLE ).length - 2 );
		await control.play( { do: 'blank-email', id: PEOPLE.fine.contactId }, { do: 'delete-contact', id: PEOPLE.locked.contactId } );
		const second = await api.retrieveMultiple< ContactRow >( query, first.oDataDeltaLink );
		expect( second.value ).toMatchObject( [
			{ contactid: PEOPLE.fine.contactId, emailaddress1: null },
			{ id: PEOPLE.locked.contactId, reason: 'deleted' },
		] );
		expect( ( await api.retrieveMultiple( query, second.oDataDeltaLink ) ).value ).toEqual( [] );
	} );

	it( 'may not filter while it tracks changes', async () => {
		expect( await errorOf( client().retrieveMultiple( { collection: 'contacts', filter: 'statecode eq 0', trackChanges: true } ) ) ).toMatchObject( { status: 400 } );
	} );

	it( 'reads the recycle bin by FetchXML, with the address', async () => {
		const { value } = await client().fetch< ContactRow >( { collection: 'contacts', fetchXml: binOf( inBin ) } );
		expect( value ).toMatchObject( [ { contactid: PEOPLE.binned.contactId, fullname: 'Tomas Okafor', emailaddress1: PEOPLE.binned.email } ] );
		expect( ( await client().fetch( { collection: 'contacts', fetchXml: binOf( `<condition attribute="emailaddress1" operator="eq" value="${ PEOPLE.purged.email }"/>` ) } ) ).value ).toEqual( [] );
	} );

	it( 'walks pages of FetchXML by the paging cookie', async () => {
		const fetchXml = '<fetch count="8"><entity name="contact"><attribute name="fullname"/></entity></fetch>';
		const first = await client().fetch< ContactRow >( { collection: 'contacts', fetchXml } );
		expect( first.PagingInfo ).toMatchObject( { nextPage: 2 } );
		expect( ( await client().fetchAll< ContactRow >( { collection: 'contacts', fetchXml } ) ).value ).toHaveLength( Object.keys( PEOPLE ).length - 2 );
	} );

	it( 'restores a contact from the recycle bin, once', async () => {
		const api = client();
		const order = { actionName: 'Restore', action: { Target: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: PEOPLE.binned.contactId } } };
		expect( await api.callAction( order ) ).toMatchObject( { id: PEOPLE.binned.contactId } );
		expect( await api.retrieve( { collection: 'contacts', key: PEOPLE.binned.contactId, select: [ 'fullname' ] } ) ).toMatchObject( { fullname: 'Tomas Okafor' } );
		expect( await errorOf( api.callAction( order ) ) ).toMatchObject( { status: 412, code: '0x80044a02' } );
		const purged = { actionName: 'Restore', action: { Target: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: PEOPLE.purged.contactId } } };
		expect( await errorOf( api.callAction( purged ) ) ).toMatchObject( { code: '0x80049959' } );
	} );

	it( 'sets the Account of a contact, and creates nobody by accident', async () => {
		const api = client();
		const data = { 'parentcustomerid_account@odata.bind': `/accounts(${ ACCOUNTS.dunes.id })` };
		await api.update( { collection: 'contacts', key: PEOPLE.noAccount.contactId, data } );
		const row = await api.retrieve< ContactRow >( { collection: 'contacts', key: PEOPLE.noAccount.contactId, select: [ '_parentcustomerid_value' ] } );
		expect( row._parentcustomerid_value ).toBe( ACCOUNTS.dunes.id );
		expect( await errorOf( api.update( { collection: 'contacts', key: PEOPLE.purged.contactId, data } ) ) ).toMatchObject( { status: 404, code: '0x80040217' } );
		const writes = ( await control.calls() ).filter( ( call: LoggedCall ) => call.kind === 'write' );
		expect( writes.map( ( call ) => `${ call.method } ${ call.status }` ) ).toEqual( [ 'PATCH 204', 'PATCH 404' ] );
	} );

	it( 'reads the columns of the contact', async () => {
		const api = client();
		const { value } = await api.retrieveAttributes( { entityKey: "LogicalName='contact'", select: [ 'LogicalName', 'AttributeType' ], filter: `LogicalName eq '${ USERNAME_COLUMN }'` } );
		expect( value ).toMatchObject( [ { LogicalName: USERNAME_COLUMN, AttributeType: 'String' } ] );
		expect( await api.retrieveEntity( { key: "LogicalName='contact'", select: [ 'ChangeTrackingEnabled' ] } ) ).toMatchObject( { ChangeTrackingEnabled: true } );
	} );

	it( 'sends many calls as one batch, each with its own answer', async () => {
		const api = client();
		api.startBatch();
		void api.retrieve( { collection: 'contacts', key: PEOPLE.fine.contactId, select: [ 'fullname' ] } );
		void api.fetch( { collection: 'contacts', fetchXml: binOf( inBin ) } );
		void api.update( { collection: 'contacts', key: PEOPLE.inactive.contactId, data: { statecode: 0, statuscode: 1 } } );
		const [ contact, bin ] = ( await api.executeBatch() ) as [ ContactRow, { value: ContactRow[] } ];
		expect( contact.fullname ).toBe( 'Maya Lindqvist' );
		expect( bin.value ).toHaveLength( 1 );
		expect( await api.retrieve( { collection: 'contacts', key: PEOPLE.inactive.contactId, select: [ 'statecode' ] } ) ).toMatchObject( { statecode: 0 } );
	} );

	it.each( [
		[ 'a contact that is gone', { collection: 'contacts', key: PEOPLE.purged.contactId }, 404, '0x80040217' ],
		[ 'a column that is not there', { collection: 'contacts', key: PEOPLE.fine.contactId, select: [ 'nw_gone' ] }, 400, '0x80060888' ],
		[ 'a table that is not there', { collection: 'adx_nothings', key: PEOPLE.fine.contactId }, 404, '0x8006088a' ],
	] )( 'surfaces %s', async ( _, request, status, code ) => {
		expect( await errorOf( client().retrieve( request ) ) ).toMatchObject( { status, code } );
	} );

	it( 'surfaces a missing privilege, an unknown user, and a dead token', async () => {
		const ask = { collection: 'contacts', select: [ 'fullname' ], top: 1 };
		await control.play( { do: 'deny-privilege', client: CAUSEWAY.clientId, privilege: 'prvReadContact' } );
		expect( await errorOf( client().retrieveMultiple( ask ) ) ).toMatchObject( { status: 403, code: '0x80040220' } );
		await control.play( { do: 'remove-application-user', client: CAUSEWAY.clientId } );
		expect( await errorOf( client().retrieveMultiple( ask ) ) ).toMatchObject( { status: 403, code: '0x80072560' } );
		expect( await errorOf( clientOf( async () => 'dead' ).retrieveMultiple( ask ) ) ).toMatchObject( { status: 401 } );
	} );

	it( 'surfaces service protection with the time to wait', async () => {
		await control.play( { do: 'spend-requests', client: CAUSEWAY.clientId } );
		expect( await errorOf( client().callFunction( 'WhoAmI' ) ) ).toMatchObject( { status: 429, code: '0x80072322', headers: { 'retry-after': expect.stringMatching( /^\d+$/ ) } } );
	} );
} );
