/**
 * Which screen the address asks for, and back. Every screen is a query of `admin.php?page=causeway`, so that a link to it can be mailed and
 * the browser's back button works.
 */

import type { CaseState } from '../data/types';

export type View =
	| { readonly screen: 'overview' }
	| ( { readonly screen: 'cases' } & CaseListView )
	| { readonly screen: 'case'; readonly id: number }
	| { readonly screen: 'incidents'; readonly isOver: boolean }
	| { readonly screen: 'incident'; readonly id: number }
	| { readonly screen: 'people'; readonly cause: string }
	| { readonly screen: 'journal' }
	| { readonly screen: 'settings' }
	| { readonly screen: 'connections'; readonly edit: string | null }
	| { readonly screen: 'explain' }
	| ( { readonly screen: 'catalog' } & CatalogView )
	| { readonly screen: 'entry'; readonly system: string; readonly cause: string };

export interface CatalogView {
	readonly search: string;
	/** '' for all. */
	readonly system: string;
	readonly way: WayFilter;
}

/** How causes are found on this site; `looking` is what its connections can detect. '' for any way. */
export type WayFilter = '' | 'looking' | 'message' | 'connection';

export const wholeCatalog: CatalogView = { search: '', system: '', way: '' };

const wayFilters: readonly WayFilter[] = [ 'looking', 'message', 'connection' ];

/** `unresolved` is what needs somebody: everything but resolved. */
export type StateFilter = CaseState | 'unresolved' | 'all';

export interface CaseListView {
	readonly state: StateFilter;
	readonly search: string;
	/** `system/cause`; '' for any. */
	readonly cause: string;
	readonly system: string;
	/** Also tries under names that match no account here. */
	readonly includesUnknown: boolean;
	/** Role on this site; '' for any. */
	readonly role: string;
	/** Id of the incident that they belong to; 0 for any. */
	readonly incident: number;
	readonly since: Since;
	/** By the last attempt; otherwise the newest come first. */
	readonly oldestFirst: boolean;
}

/** How far back the last attempt may lie; '' for ever. */
export type Since = '' | 'day' | 'week' | 'month';

const sinces: readonly Since[] = [ '', 'day', 'week', 'month' ];

const isSince = ( value: string ): value is Since => ( sinces as readonly string[] ).includes( value );

export const everyCase: CaseListView = { state: 'unresolved', search: '', cause: '', system: '', includesUnknown: false, role: '', incident: 0, since: '', oldestFirst: false };

const stateFilters: readonly StateFilter[] = [ 'unresolved', 'open', 'diagnosed', 'fixing', 'regressed', 'resolved', 'all' ];

const isStateFilter = ( value: string ): value is StateFilter => ( stateFilters as readonly string[] ).includes( value );

const idIn = ( parameters: URLSearchParams, name: string ): number | null => {
	const id = Number( parameters.get( name ) );
	return Number.isSafeInteger( id ) && id > 0 ? id : null;
};

/** Takes any query; what it does not understand means the overview. */
export const viewOf = ( query: string ): View => {
	const parameters = new URLSearchParams( query );
	const caseId = idIn( parameters, 'case' );
	if ( caseId !== null ) {
		return { screen: 'case', id: caseId };
	}
	const incidentId = idIn( parameters, 'incident' );
	if ( incidentId !== null ) {
		return { screen: 'incident', id: incidentId };
	}
	switch ( parameters.get( 'screen' ) ) {
		case 'cases':
			return caseListIn( parameters );
		case 'people':
			return { screen: 'people', cause: parameters.get( 'cause' ) ?? '' };
		case 'journal':
			return { screen: 'journal' };
		case 'settings':
			return { screen: 'settings' };
		case 'incidents':
			return { screen: 'incidents', isOver: parameters.get( 'state' ) === 'resolved' };
		case 'connections':
			return { screen: 'connections', edit: parameters.get( 'edit' ) };
		case 'explain':
			return { screen: 'explain' };
		case 'catalog':
			return catalogIn( parameters );
		default:
			return { screen: 'overview' };
	}
};

const caseListIn = ( parameters: URLSearchParams ): View => {
	const state = parameters.get( 'state' ) ?? '';
	const since = parameters.get( 'since' ) ?? '';
	return {
		screen: 'cases',
		state: isStateFilter( state ) ? state : everyCase.state,
		search: parameters.get( 's' ) ?? '',
		cause: parameters.get( 'cause' ) ?? '',
		system: parameters.get( 'system' ) ?? '',
		includesUnknown: parameters.get( 'unknown' ) === '1',
		role: parameters.get( 'role' ) ?? '',
		incident: idIn( parameters, 'of' ) ?? 0,
		since: isSince( since ) ? since : '',
		oldestFirst: parameters.get( 'order' ) === 'oldest',
	};
};

/** `entry` is `system/cause`: the page of one cause. */
const catalogIn = ( parameters: URLSearchParams ): View => {
	const [ system, cause ] = ( parameters.get( 'entry' ) ?? '' ).split( '/' );
	if ( system && cause ) {
		return { screen: 'entry', system, cause };
	}
	return {
		screen: 'catalog',
		search: parameters.get( 's' ) ?? '',
		system: parameters.get( 'system' ) ?? '',
		way: wayFilters.find( ( way ) => way === parameters.get( 'way' ) ) ?? '',
	};
};

/** Leaves out what is as usual, so that addresses stay short. */
const parametersOf = ( view: View ): Record< string, string > => {
	switch ( view.screen ) {
		case 'overview':
			return {};
		case 'people':
			return { screen: 'people', ...( view.cause === '' ? {} : { cause: view.cause } ) };
		case 'journal':
		case 'settings':
			return { screen: view.screen };
		case 'incidents':
			return { screen: 'incidents', ...( view.isOver ? { state: 'resolved' } : {} ) };
		case 'incident':
			return { incident: String( view.id ) };
		case 'case':
			return { case: String( view.id ) };
		case 'connections':
			return view.edit === null ? { screen: 'connections' } : { screen: 'connections', edit: view.edit };
		case 'explain':
			return { screen: 'explain' };
		case 'entry':
			return { screen: 'catalog', entry: `${ view.system }/${ view.cause }` };
		case 'catalog':
			return {
				screen: 'catalog',
				...( view.search === '' ? {} : { s: view.search } ),
				...( view.system === '' ? {} : { system: view.system } ),
				...( view.way === '' ? {} : { way: view.way } ),
			};
		case 'cases':
			return {
				screen: 'cases',
				...( view.state === everyCase.state ? {} : { state: view.state } ),
				...( view.search === '' ? {} : { s: view.search } ),
				...( view.cause === '' ? {} : { cause: view.cause } ),
				...( view.system === '' ? {} : { system: view.system } ),
				...( view.includesUnknown ? { unknown: '1' } : {} ),
				...( view.role === '' ? {} : { role: view.role } ),
				...( view.incident === 0 ? {} : { of: String( view.incident ) } ),
				...( view.since === '' ? {} : { since: view.since } ),
				...( view.oldestFirst ? { order: 'oldest' } : {} ),
			};
	}
};

export const addressOf = ( view: View, pageUrl: string ): string => {
	const url = new URL( pageUrl, window.location.href );
	for ( const [ name, value ] of Object.entries( parametersOf( view ) ) ) {
		url.searchParams.set( name, value );
	}
	return url.href;
};
