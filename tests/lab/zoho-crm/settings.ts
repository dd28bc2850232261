/**
 * The org and its settings: org, users, licences, fields, layouts.
 */
import { empty, json, type Answer } from '../http';
import { isObject, parseJson, type Json, type JsonObject } from '../json';
import { LAYOUT } from '../scenarios/northwind';
import { missingProperty, refuse } from './answers';
import { bodyText, type Context, type Route } from './context';
import { page } from './paging';
import { askedModule } from './records';
import type { Field, UserRecord } from './state';

const JSON_TYPES: Readonly< Record< Field[ 'dataType' ], string > > = {
	text: 'string',
	email: 'string',
	phone: 'string',
	datetime: 'string',
	picklist: 'string',
	lookup: 'jsonobject',
	ownerlookup: 'jsonobject',
	boolean: 'boolean',
	bigint: 'string',
};

const layoutRef = { api_name: 'Standard__s', name: 'Standard', id: LAYOUT };

function describe( context: Context, field: Field ): JsonObject {
	const { crm } = context;
	const isUsed = field.use === 'used';
	const own = field.permissions[ crm.user( context.userId )?.profileId ?? '' ] ?? 'read_write';
	const isLookup = field.dataType === 'lookup';
	return {
		associated_module: null,
		webhook: true,
		operation_type: { web_update: ! field.isReadOnly, api_create: ! field.isReadOnly, web_create: ! field.isReadOnly, api_update: ! field.isReadOnly },
		field_label: field.label,
		display_label: field.label,
		tooltip: null,
		type: field.use,
		field_read_only: field.isReadOnly,
		read_only: false,
		id: field.id,
		filterable: true,
		visible: isUsed && own !== 'hidden',
		profiles: crm.state.profiles.map( ( profile ) => ( {
			permission_type: field.permissions[ profile.id ] ?? 'read_write',
			name: profile.name,
			id: profile.id,
		} ) ),
		view_type: { view: isUsed, edit: isUsed && ! field.isReadOnly, quick_create: false, create: isUsed && ! field.isReadOnly },
		separator: false,
		searchable: true,
		api_name: field.apiName,
		unique: field.isUnique ? { casesensitive: '' } : {},
		pick_list_values: [],
		system_mandatory: field.isMandatory,
		virtual_field: false,
		json_type: JSON_TYPES[ field.dataType ],
		created_source: 'default',
		custom_field: field.isCustom,
		lookup: isLookup ? { display_label: 'Account Name', api_name: 'Account_Name', module: { api_name: 'Accounts', id: '' } } : {},
		length: field.length,
		sortable: true,
		layout_associations: isUsed ? [ layoutRef ] : [],
		data_type: field.dataType,
		decimal_place: null,
		mass_update: ! field.isReadOnly,
		multiselectlookup: {},
		auto_number: {},
	};
}

function fields( context: Context ): Answer {
	const module = askedModule( context );
	if ( typeof module !== 'string' ) {
		return module;
	}
	const { crm, userId } = context;
	const use = context.call.query.get( 'type' ) ?? 'used';
	const profileId = crm.user( userId )?.profileId ?? '';
	const listed = crm.fields( module ).filter( ( field ) => {
		const isHidden = field.permissions[ profileId ] === 'hidden';
		return ( use === 'all' || field.use === use ) && ! ( isHidden && crm.state.switches.hiddenField === 'omitted' );
	} );
	return listed.length === 0 ? empty( 204 ) : json( 200, { fields: listed.map( ( field ) => describe( context, field ) ) } );
}

function oneField( context: Context, id: string ): Answer {
	const module = askedModule( context );
	if ( typeof module !== 'string' ) {
		return module;
	}
	const field = context.crm.fields( module ).find( ( one ) => one.id === id );
	return field === undefined ? empty( 204 ) : json( 200, { fields: [ describe( context, field ) ] } );
}

/** A new custom field: its API name comes from the label; one that is taken, or was, gets a number. */
function createField( context: Context ): Answer {
	const module = askedModule( context );
	if ( typeof module !== 'string' ) {
		return module;
	}
	const { crm } = context;
	const sent = parseJson( bodyText( context.call ) );
	const list = isObject( sent ) ? sent.fields : undefined;
	const wanted = Array.isArray( list ) ? list[ 0 ] : undefined;
	if ( ! isObject( wanted ) ) {
		return missingProperty( 'fields' );
	}
	const label = wanted.field_label;
	if ( typeof label !== 'string' || label === '' ) {
		return missingProperty( 'field_label', '$.fields[0].field_label' );
	}
	const stem = label.replace( /\W+/g, '_' );
	const taken = ( name: string ) =>
		crm.fields( module ).some( ( field ) => field.apiName === name ) ||
		crm.records( module ).some( ( record ) => name in record );
	let apiName = stem;
	for ( let number = 1; taken( apiName ); number++ ) {
		apiName = `${ stem }${ number }`;
	}
	const id = crm.newId();
	crm.state.fields.push( {
		id,
		module,
		apiName,
		label,
		dataType: wanted.data_type === 'boolean' ? 'boolean' : 'text',
		isCustom: true,
		isMandatory: false,
		isUnique: false,
		isReadOnly: false,
		length: typeof wanted.length === 'number' ? wanted.length : 255,
		use: 'used',
		permissions: {},
	} );
	return json( 201, { fields: [ { code: 'SUCCESS', details: { id }, message: 'field created', status: 'success' } ] } );
}

function layouts( context: Context ): Answer {
	const module = askedModule( context );
	if ( typeof module !== 'string' ) {
		return module;
	}
	const { crm } = context;
	const used = crm.fields( module ).filter( ( field ) => field.use === 'used' );
	return json( 200, {
		layouts: [
			{
				...layoutRef,
				display_label: 'Standard',
				status: 'active',
				visible: true,
				source: 'standard',
				has_more_profiles: false,
				created_time: null,
				modified_time: null,
				created_by: null,
				modified_by: null,
				profiles: crm.state.profiles.map( ( profile ) => ( { default: true, name: profile.name, id: profile.id } ) ),
				sections: [
					{
						api_name: `${ module.slice( 0, -1 ) }_Information`,
						display_label: `${ module.slice( 0, -1 ) } Information`,
						sequence_number: 1,
						column_count: 2,
						type: 'used',
						fields: used.map( ( field, index ) => ( {
							id: field.id,
							api_name: field.apiName,
							field_label: field.label,
							display_label: field.label,
							sequence_number: index + 1,
							type: 'used',
						} ) ),
					},
				],
			},
		],
	} );
}

function describeUser( context: Context, user: UserRecord ): JsonObject {
	const { crm } = context;
	const profile = crm.state.profiles.find( ( one ) => one.id === user.profileId );
	return {
		id: user.id,
		first_name: user.firstName,
		last_name: user.lastName,
		full_name: `${ user.firstName } ${ user.lastName }`,
		email: user.email,
		zuid: user.zuid,
		status: user.status,
		confirm: true,
		role: { name: user.role.name, id: user.role.id },
		profile: { name: profile?.name ?? '', id: user.profileId },
		country: 'DE',
		language: 'en_US',
		locale: 'en_US',
		time_zone: crm.state.org.timeZone,
		offset: crm.state.org.utcOffsetMinutes * 60_000,
		personal_account: false,
		default_tab_group: '0',
		microsoft: false,
		Isonline: false,
	};
}

function users( context: Context ): Answer {
	const { crm, userId } = context;
	const type = context.call.query.get( 'type' ) ?? 'AllUsers';
	const fitsType = ( user: UserRecord ): boolean => {
		switch ( type ) {
			case 'CurrentUser':
				return user.id === userId;
			case 'ActiveUsers':
			case 'ActiveConfirmedUsers':
				return user.status === 'active';
			case 'DeactiveUsers':
				return user.status === 'disabled';
			case 'DeletedUsers':
				return user.status === 'deleted';
			case 'AdminUsers':
				return crm.state.profiles.find( ( profile ) => profile.id === user.profileId )?.name === 'Administrator';
			default:
				return user.status !== 'deleted';
		}
	};
	const found = crm.state.users.filter( fitsType );
	const cut = page( context, found, false );
	if ( 'status' in cut ) {
		return cut;
	}
	return cut.rows.length === 0
		? empty( 204 )
		: json( 200, { users: cut.rows.map( ( user ) => describeUser( context, user ) ), info: cut.info } );
}

function oneUser( context: Context, id: string ): Answer {
	const user = context.crm.user( id );
	return user === undefined
		? refuse( 400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 } )
		: json( 200, { users: [ describeUser( context, user ) ] } );
}

function org( context: Context ): Answer {
	const { org: own } = context.crm.state;
	const described: Record< string, Json > = {
		id: own.id,
		zgid: own.zgid,
		company_name: own.companyName,
		domain_name: own.domainName,
		primary_email: own.primaryEmail,
		primary_zuid: context.crm.state.users[ 0 ]?.zuid ?? null,
		type: 'production',
		alias: null,
		country: 'Germany',
		country_code: 'DE',
		currency: 'Euro - EUR',
		currency_symbol: '€',
		currency_locale: 'de_DE',
		iso_code: 'EUR',
		time_zone: own.timeZone,
		employee_count: '12',
		photo_id: null,
		street: null,
		city: null,
		state: null,
		zip: null,
		phone: null,
		mobile: null,
		fax: null,
		website: null,
		description: null,
		mc_status: false,
		gapps_enabled: false,
		translation_enabled: false,
		privacy_settings: false,
		hipaa_compliance_enabled: false,
		lite_users_enabled: false,
		oauth_presence: true,
		max_per_page: 200,
		license_details: {
			paid: own.license.paid,
			paid_type: own.license.paidType,
			paid_expiry: own.license.paidExpiry,
			trial_type: own.license.trialType,
			trial_expiry: own.license.trialExpiry,
			trial_action: null,
			users_license_purchased: own.license.usersPurchased,
			portal_users_license_purchased: 0,
		},
	};
	return json( 200, { org: [ described ] } );
}

function licenses( context: Context ): Answer {
	const { state } = context.crm;
	const used = state.users.filter( ( user ) => user.status === 'active' ).length;
	return json( 200, {
		__features: [
			{
				components: null,
				api_name: 'user_licenses',
				parent_feature: null,
				module_supported: false,
				details: {
					available_count: { total: Math.max( 0, state.licenses.limit - used ) },
					used_count: { total: used },
					limits: { total: state.licenses.limit },
				},
				feature_label: 'UserLicenses',
			},
		],
	} );
}

const READ = { method: 'GET', kind: 'read', right: 'api' } as const;

export const SETTINGS_ROUTES: readonly Route[] = [
	{ ...READ, path: /^\/crm\/v8\/org$/, scopes: [ 'ZohoCRM.org.READ' ], answer: org },
	{ ...READ, path: /^\/crm\/v8\/users$/, scopes: [ 'ZohoCRM.users.READ' ], answer: users },
	{ ...READ, path: /^\/crm\/v(?:2|8)\/users\/(\d+)$/, scopes: [ 'ZohoCRM.users.READ' ], answer: ( context, id = '' ) => oneUser( context, id ) },
	{ ...READ, path: /^\/crm\/v8\/__features\/user_licenses$/, scopes: [ 'ZohoCRM.features.READ' ], answer: licenses },
	{ ...READ, path: /^\/crm\/v(?:2|8)\/settings\/fields$/, scopes: [ 'ZohoCRM.settings.fields.READ' ], answer: fields },
	{ ...READ, path: /^\/crm\/v8\/settings\/fields\/(\d+)$/, scopes: [ 'ZohoCRM.settings.fields.READ' ], answer: ( context, id = '' ) => oneField( context, id ) },
	{ ...READ, path: /^\/crm\/v8\/settings\/layouts$/, scopes: [ 'ZohoCRM.settings.layouts.READ' ], answer: layouts },
	{ method: 'POST', kind: 'write', right: 'fields.create', path: /^\/crm\/v8\/settings\/fields$/, scopes: [ 'ZohoCRM.settings.fields.CREATE' ], answer: createField },
];
