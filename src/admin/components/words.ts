/** The words of states, confidences and entries: the same on every screen. */

import { __, _n, sprintf } from '@wordpress/i18n';

import type { Applicability, CaseState, Confidence, Detection, IncidentState } from '../data/types';

export const stateWord = ( state: CaseState ): string => {
	switch ( state ) {
		case 'open':
			return __( 'Cause unclear', 'causeway' );
		case 'diagnosed':
			return __( 'Diagnosed', 'causeway' );
		case 'fixing':
			return __( 'Being fixed', 'causeway' );
		case 'resolved':
			return __( 'Resolved', 'causeway' );
		case 'regressed':
			return __( 'Back again', 'causeway' );
	}
};

export const incidentStateWord = ( state: IncidentState ): string => {
	switch ( state ) {
		case 'open':
			return __( 'Open', 'causeway' );
		default:
			return stateWord( state );
	}
};

export const undoTitle = ( stepTitle: string ): string =>
	/* translators: %s: title of a step. */
	sprintf( __( 'Undo: %s', 'causeway' ), stepTitle );

export const peopleCount = ( count: number ): string =>
	/* translators: %s: number of people. */
	sprintf( _n( '%s person', '%s people', count, 'causeway' ), formatNumber( count ) );

/** Digits as the reader's language groups them. */
export const formatNumber = ( value: number ): string => value.toLocaleString( document.documentElement.lang || undefined );

/** A length of time in its largest fitting unit. */
export const durationWord = ( seconds: number ): string => {
	if ( seconds < 120 * 60 ) {
		const minutes = Math.max( 1, Math.round( seconds / 60 ) );
		/* translators: %d: number of minutes. */
		return sprintf( _n( '%d minute', '%d minutes', minutes, 'causeway' ), minutes );
	}
	if ( seconds < 48 * 3600 ) {
		const hours = Math.round( seconds / 3600 );
		/* translators: %d: number of hours. */
		return sprintf( _n( '%d hour', '%d hours', hours, 'causeway' ), hours );
	}
	const days = Math.round( seconds / 86_400 );
	/* translators: %d: number of days. */
	return sprintf( _n( '%d day', '%d days', days, 'causeway' ), days );
};

export const confidenceWord = ( confidence: Confidence ): string => {
	switch ( confidence ) {
		case 'certain':
			return __( 'Certain', 'causeway' );
		case 'likely':
			return __( 'Likely', 'causeway' );
		case 'possible':
			return __( 'Possible', 'causeway' );
	}
};

export const confidenceMeaning = ( confidence: Confidence ): string => {
	switch ( confidence ) {
		case 'certain':
			return __( 'Proved by what was found, and every rival is ruled out.', 'causeway' );
		case 'likely':
			return __( 'It fits, but another cause could not be ruled out.', 'causeway' );
		case 'possible':
			return __( 'Nothing speaks against it, and nothing proves it yet.', 'causeway' );
	}
};

export const detectionWord = ( detection: Detection ): string => {
	switch ( detection ) {
		case 'proof':
			return __( 'Causeway can prove it', 'causeway' );
		case 'suspicion':
			return __( 'Causeway can suspect it', 'causeway' );
		case 'message':
			return __( 'Known by its message', 'causeway' );
		case 'connection':
			return __( 'Needs a connection', 'causeway' );
	}
};

/** Who does a step. `system` is the title of the system where it is done. */
export const applicabilityWord = ( applicability: Applicability, system: string ): string => {
	switch ( applicability ) {
		case 'automatic':
			return __( 'Causeway can do this', 'causeway' );
		case 'confirm':
			return __( 'Causeway can do this once you confirm', 'causeway' );
		case 'guided':
			/* translators: %s: name of a product, such as Zoho CRM. */
			return sprintf( __( 'You do this in %s', 'causeway' ), system );
		case 'wait':
			return __( 'Time does this', 'causeway' );
		case 'escalate':
			/* translators: %s: name of a product, such as Zoho CRM. */
			return sprintf( __( 'Only the makers of %s can do this', 'causeway' ), system );
	}
};

export const entryWord = ( entry: string ): string => {
	switch ( entry ) {
		case 'wp-login':
			return __( 'WordPress login page', 'causeway' );
		case 'portal-page':
			return __( 'portal page', 'causeway' );
		case 'rest':
			return __( 'REST API', 'causeway' );
		case 'xml-rpc':
			return __( 'XML-RPC', 'causeway' );
		default:
			return entry;
	}
};

export const attemptCount = ( count: number ): string =>
	count === 0
		? __( 'not refused yet', 'causeway' )
		: /* translators: %d: number of tries to log in. */
		  sprintf( _n( '%d attempt', '%d attempts', count, 'causeway' ), count );

export const waitWord = ( minutes: number ): string => {
	if ( minutes >= 120 ) {
		const hours = Math.round( minutes / 60 );
		/* translators: %d: number of hours. */
		return sprintf( _n( 'About %d hour', 'About %d hours', hours, 'causeway' ), hours );
	}
	/* translators: %d: number of minutes. */
	return sprintf( _n( 'About %d minute', 'About %d minutes', minutes, 'causeway' ), minutes );
};
