import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { Reference } from '../../components/badges';
import { Moment } from '../../components/moment';
import { armRecorder } from '../../data/commands';
import { Fold } from './evidence';

import type { Answer } from '../../data/answer';
import type { Recorder, Recording } from '../../data/types';

type Entry = Recording[ 'entries' ][ number ];

interface FlightRecorderProps {
	readonly caseId: number;
	readonly recorder: Recorder;
	readonly canSwitch: boolean;
	/** Told what came of switching it; the page is read again before it is done. */
	readonly onSwitched: ( answer: Answer< unknown >, text: string ) => Promise< void >;
}

/** What every plugin on the login path answered when this person logged in. */
export const FlightRecorder = ( { caseId, recorder, canSwitch, onSwitched }: FlightRecorderProps ) => {
	const [ isBusy, setIsBusy ] = useState( false );
	const isOn = recorder.armedUntil !== null;
	const [ newest, ...older ] = recorder.recordings;

	const toggle = async () => {
		setIsBusy( true );
		const answer = await armRecorder( caseId, ! isOn );
		await onSwitched(
			answer,
			isOn
				? __( 'The flight recorder is off. What it noted stays.', 'causeway' )
				: __( 'The flight recorder is on for a day. Ask the person to log in once more, then look here again.', 'causeway' )
		);
		setIsBusy( false );
	};

	return (
		<>
			<p>
				{ recorder.armedUntil !== null ? (
					<>
						{ __( 'On: the next logins of this person are noted.', 'causeway' ) } { __( 'Ends by itself:', 'causeway' ) } <Moment at={ recorder.armedUntil } />
					</>
				) : (
					__(
						'For a day, notes which plugin answered what when this person logs in: never a password, nor a message. Only this person’s logins cost a little more; nobody else’s do.',
						'causeway'
					)
				) }
			</p>
			{ canSwitch && (
				<Button variant="secondary" __next40pxDefaultSize isBusy={ isBusy } disabled={ isBusy } accessibleWhenDisabled onClick={ () => void toggle() }>
					{ isOn ? __( 'Switch the recorder off', 'causeway' ) : __( 'Record the next logins', 'causeway' ) }
				</Button>
			) }
			{ newest !== undefined && <Flight recording={ newest } /> }
			{ older.length > 0 && (
				<Fold title={ __( 'Earlier recordings', 'causeway' ) } count={ older.length }>
					<>
						{ older.map( ( recording, index ) => (
							<Flight key={ `${ recording.at }-${ index }` } recording={ recording } />
						) ) }
					</>
				</Fold>
			) }
		</>
	);
};

const Flight = ( { recording }: { readonly recording: Recording } ) => (
	<div className="causeway-flight">
		<p>
			<Moment at={ recording.at } /> { recording.reference !== null && <Reference reference={ recording.reference } /> }
		</p>
		<p>
			<strong>{ conclusion( recording ) }</strong>
		</p>
		<table className="causeway-table causeway-evidence">
			<caption className="screen-reader-text">{ __( 'What each priority of the login hooks answered, in order', 'causeway' ) }</caption>
			<thead>
				<tr>
					<th scope="col">{ __( 'Asked', 'causeway' ) }</th>
					<th scope="col">{ __( 'Priority', 'causeway' ) }</th>
					<th scope="col">{ __( 'Then the answer was', 'causeway' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ recording.entries.map( ( entry, index ) => (
					<tr key={ index }>
						<td>
							{ entry.callbacks.map( ( callback, at ) => (
								<span key={ at } className="causeway-flight__callback">
									<bdi>{ componentWord( callback.component ) }</bdi> <code dir="ltr">{ callback.name }</code>
								</span>
							) ) }
						</td>
						<td data-label={ __( 'Priority', 'causeway' ) }>
							<code dir="ltr">{ entry.hook === 'authenticate' ? entry.priority : `${ entry.hook } ${ entry.priority }` }</code>
						</td>
						<td data-label={ __( 'Then the answer was', 'causeway' ) }>
							{ entry.changed ? <strong>{ verdictWord( entry.verdict ) }</strong> : verdictWord( entry.verdict ) }
							{ entry.codes.map( ( code ) => (
								<code key={ code } className="causeway-evidence__second" dir="ltr">
									{ code }
								</code>
							) ) }
						</td>
					</tr>
				) ) }
			</tbody>
		</table>
	</div>
);

/** Who first turned the login into a refusal that stood to the end; null where nobody did. */
export const refusing = ( { entries }: Pick< Recording, 'entries' > ): Entry | null => {
	if ( entries.findLast( ( { hook } ) => hook === 'authenticate' )?.verdict !== 'refused' ) {
		return null;
	}
	const lastGood = entries.findLastIndex( ( { verdict, hook } ) => hook === 'authenticate' && verdict !== 'refused' );
	return entries.slice( lastGood + 1 ).find( ( { verdict, changed } ) => verdict === 'refused' && changed ) ?? null;
};

const conclusion = ( recording: Recording ): string => {
	if ( ! recording.isDecided ) {
		return __( 'The request ended before everybody was asked: whoever comes after the last line redirected, or showed a page of their own.', 'causeway' );
	}
	const entry = refusing( recording );
	if ( entry === null ) {
		return recording.entries.findLast( ( { hook } ) => hook === 'authenticate' )?.verdict === 'person'
			? __( 'Nobody refused this login.', 'causeway' )
			: __( 'Nobody said who the person is.', 'causeway' );
	}
	const who = [ ...new Set( entry.callbacks.map( ( { component } ) => componentWord( component ) ) ) ].join( ', ' );
	return sprintf(
		/* translators: %s: names of plugins, such as "Plugin wordfence". */
		__( 'Refused by: %s', 'causeway' ),
		who
	);
};

const componentWord = ( component: string ): string => {
	if ( component === 'wordpress' ) {
		return 'WordPress';
	}
	const [ kind = '', name = '' ] = component.split( ':' );
	switch ( kind ) {
		case 'plugin':
			/* translators: %s: folder of a plugin. */
			return sprintf( __( 'Plugin %s', 'causeway' ), name );
		case 'mu-plugin':
			/* translators: %s: file or folder of a must-use plugin. */
			return sprintf( __( 'Must-use plugin %s', 'causeway' ), name );
		case 'theme':
			/* translators: %s: folder of a theme. */
			return sprintf( __( 'Theme %s', 'causeway' ), name );
		default:
			return __( 'Somebody unknown', 'causeway' );
	}
};

const verdictWord = ( verdict: string ): string => {
	switch ( verdict ) {
		case 'person':
			return __( 'let in', 'causeway' );
		case 'refused':
			return __( 'refused', 'causeway' );
		case 'nothing':
			return __( 'not decided', 'causeway' );
		default:
			return __( 'something that WordPress does not know', 'causeway' );
	}
};
