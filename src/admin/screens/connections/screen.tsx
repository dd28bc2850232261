import { Button, Modal, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

import { Failure, Stale } from '../../components/failure';
import { Moment } from '../../components/moment';
import { Page, Panel } from '../../components/page';
import { Skeleton } from '../../components/skeleton';
import { boot } from '../../data/boot';
import { removeConnection, testConnection } from '../../data/commands';
import { listConnections } from '../../data/queries';
import { useQuestion } from '../../data/use-question';
import { useNavigation } from '../../routing/navigation';
import { CallsToday } from './calls-today';
import { Conditions } from './conditions';
import { ConnectionForm } from './form';

import type { Connections } from '../../data/queries';
import type { Connection, System } from '../../data/types';

/** What a command came to, told beside the connection that it was about. */
interface Report {
	readonly connection: string;
	readonly isGood: boolean;
	readonly text: string;
}

export const ConnectionsScreen = ( { edit }: { readonly edit: string | null } ) => {
	const { loaded, reload, retry } = useQuestion( 'connections', listConnections );
	const { go } = useNavigation();
	const [ report, setReport ] = useState< Report | null >( null );
	const [ testing, setTesting ] = useState< string | null >( null );

	const test = async ( connection: string ) => {
		setTesting( connection );
		setReport( null );
		const answer = await testConnection( connection );
		if ( ! answer.ok ) {
			setTesting( null );
			setReport( { connection, isGood: false, text: answer.message } );
			return;
		}
		// The verdict appears together with the lines that it speaks of.
		await reload();
		setTesting( null );
		const isGood = answer.value.conditions.every( ( { status } ) => status === 'true' );
		setReport( {
			connection,
			isGood,
			text: isGood
				? __( 'The connection works.', 'causeway' )
				: __( 'Something is not in order, or could not be looked at. The lines below say what, and what to do.', 'causeway' ),
		} );
	};

	const leaveForm = () => go( { screen: 'connections', edit: null } );

	return (
		<Page
			title={ __( 'Connections', 'causeway' ) }
			tabTitle={ __( 'Connections', 'causeway' ) }
			lead={ <p>{ __( 'Where Causeway looks, read-only, when a login was refused. A fix is made there only if you allow it, and only after somebody has confirmed it.', 'causeway' ) }</p> }
		>
			{ loaded.status === 'loading' && <Skeleton bars={ [ 220, 120 ] } /> }
			{ loaded.status === 'failed' && <Failure message={ loaded.message } onRetry={ retry } /> }
			{ loaded.status === 'ready' && (
				<>
					<Stale because={ loaded.staleBecause } />
					{ loaded.value.connections.map( ( connection ) => (
						<ConnectionPanel
							key={ connection.id }
							connection={ connection }
							isEdited={ edit === connection.id }
							isTesting={ testing === connection.id }
							report={ report?.connection === connection.id ? report : null }
							onTest={ () => void test( connection.id ) }
							onSaved={ () => {
								leaveForm();
								void reload().then( () => test( connection.id ) );
							} }
							onRemoved={ () => {
								setReport( null );
								leaveForm();
								void reload();
							} }
						/>
					) ) }
					<Unconnected
						systems={ unconnected( loaded.value ) }
						hasOthers={ loaded.value.connections.length > 0 }
						edit={ edit }
						onSaved={ ( id ) => {
							leaveForm();
							void reload().then( () => test( id ) );
						} }
					/>
				</>
			) }
		</Page>
	);
};

/** Systems that need a connection and have none. */
const unconnected = ( { connections, systems }: Connections ): readonly System[] =>
	systems.filter(
		( system ) => ! system.isLocal && system.fields.length > 0 && ! connections.some( ( connection ) => connection.system === system.id )
	);

interface ConnectionPanelProps {
	readonly connection: Connection;
	readonly isEdited: boolean;
	readonly isTesting: boolean;
	readonly report: Report | null;
	readonly onTest: () => void;
	readonly onSaved: () => void;
	readonly onRemoved: () => void;
}

const ConnectionPanel = ( { connection, isEdited, isTesting, report, onTest, onSaved, onRemoved }: ConnectionPanelProps ) => {
	const { go } = useNavigation();
	const [ isRemoving, setIsRemoving ] = useState( false );
	const { can } = boot();
	return (
		<Panel
			title={ connection.systemTitle }
			aside={ <span className="causeway-panel__aside">{ connection.mayWrite ? __( 'Fixes allowed', 'causeway' ) : __( 'Reads only', 'causeway' ) }</span> }
		>
			{ isEdited && can.manageConnections ? (
				<ConnectionForm
					id={ connection.id }
					system={ connection.system }
					systemTitle={ connection.systemTitle }
					fields={ connection.fields }
					mayWrite={ connection.mayWrite }
					onSaved={ onSaved }
					onCancel={ () => go( { screen: 'connections', edit: null } ) }
				/>
			) : (
				<>
					{ report !== null && (
						<Notice key={ report.text } status={ report.isGood ? 'success' : 'warning' } isDismissible={ false } className="causeway-notice">
							<p>{ report.text }</p>
						</Notice>
					) }
					<Conditions conditions={ connection.conditions } />
					{ connection.lastUsedAt !== null && (
						<p className="causeway-connection__used">
							{ __( 'Last used', 'causeway' ) } <Moment at={ connection.lastUsedAt } />
							<br />
							<CallsToday calls={ connection.calls } />
						</p>
					) }
					{ can.manageConnections && (
						<div className="causeway-form__actions">
							<Button variant="primary" __next40pxDefaultSize isBusy={ isTesting } disabled={ isTesting } accessibleWhenDisabled onClick={ onTest }>
								{ isTesting ? __( 'Testing…', 'causeway' ) : __( 'Test', 'causeway' ) }
							</Button>
							<Button variant="secondary" __next40pxDefaultSize onClick={ () => go( { screen: 'connections', edit: connection.id } ) }>
								{ __( 'Edit', 'causeway' ) }
							</Button>
							<Button variant="tertiary" isDestructive __next40pxDefaultSize onClick={ () => setIsRemoving( true ) }>
								{ __( 'Remove', 'causeway' ) }
							</Button>
						</div>
					) }
				</>
			) }
			{ isRemoving && (
				<RemoveDialog
					connection={ connection }
					onClose={ () => setIsRemoving( false ) }
					onRemoved={ () => {
						setIsRemoving( false );
						onRemoved();
					} }
				/>
			) }
		</Panel>
	);
};

interface UnconnectedProps {
	readonly systems: readonly System[];
	/** Whether some system is connected already. */
	readonly hasOthers: boolean;
	readonly edit: string | null;
	readonly onSaved: ( id: string ) => void;
}

/** The form of the system that is being connected, and the others in one list. */
const Unconnected = ( { systems, hasOthers, edit, onSaved }: UnconnectedProps ) => {
	const { go } = useNavigation();
	const { can } = boot();
	const edited = can.manageConnections ? systems.find( ( { id } ) => id === edit ) : undefined;
	const others = systems.filter( ( system ) => system !== edited );
	return (
		<>
			{ edited !== undefined && (
				<Panel title={ edited.title } aside={ <span className="causeway-panel__aside">{ __( 'Not connected', 'causeway' ) }</span> }>
					<ConnectionForm
						id={ edited.id }
						system={ edited.id }
						systemTitle={ edited.title }
						fields={ edited.fields }
						mayWrite={ false }
						onSaved={ onSaved }
						onCancel={ () => go( { screen: 'connections', edit: null } ) }
					/>
				</Panel>
			) }
			{ others.length > 0 && (
				<Panel title={ hasOthers || edited !== undefined ? __( 'Connect another system', 'causeway' ) : __( 'Connect the system behind your portal', 'causeway' ) }>
					<p className="causeway-quiet">{ __( 'Causeway cannot look into these: causes that lie there stay a guess.', 'causeway' ) }</p>
					<ul className="causeway-unconnected">
						{ others.map( ( system ) => (
							<li key={ system.id }>
								<span className="causeway-unconnected__title">{ system.title }</span>
								<span className="causeway-panel__aside">{ __( 'Not connected', 'causeway' ) }</span>
								{ can.manageConnections && (
									<Button variant="secondary" size="compact" onClick={ () => go( { screen: 'connections', edit: system.id } ) }>
										{ __( 'Connect', 'causeway' ) }
										<span className="screen-reader-text"> { system.title }</span>
									</Button>
								) }
							</li>
						) ) }
					</ul>
				</Panel>
			) }
		</>
	);
};

interface RemoveDialogProps {
	readonly connection: Connection;
	readonly onClose: () => void;
	readonly onRemoved: () => void;
}

const RemoveDialog = ( { connection, onClose, onRemoved }: RemoveDialogProps ) => {
	const [ state, setState ] = useState< { readonly isSending: boolean; readonly refused: string } >( { isSending: false, refused: '' } );

	const remove = async () => {
		setState( { isSending: true, refused: '' } );
		const answer = await removeConnection( connection.id );
		if ( answer.ok ) {
			onRemoved();
		} else {
			setState( { isSending: false, refused: answer.message } );
		}
	};

	return (
		<Modal
			title={
				/* translators: %s: name of a product, such as Zoho CRM. */
				sprintf( __( 'Remove the connection to %s?', 'causeway' ), connection.systemTitle )
			}
			className="causeway-dialog"
			size="medium"
			onRequestClose={ onClose }
		>
			<p>{ __( 'Its settings and its stored secrets are deleted. Cases stay. Nothing changes in the other system; revoke the access there too, if nothing else uses it.', 'causeway' ) }</p>
			{ state.refused !== '' && <Failure message={ state.refused } /> }
			<div className="causeway-dialog__actions">
				<Button
					variant="primary"
					isDestructive
					__next40pxDefaultSize
					isBusy={ state.isSending }
					disabled={ state.isSending }
					accessibleWhenDisabled
					onClick={ () => void remove() }
				>
					{ __( 'Remove the connection', 'causeway' ) }
				</Button>
				<Button variant="tertiary" __next40pxDefaultSize onClick={ onClose }>
					{ __( 'Keep it', 'causeway' ) }
				</Button>
			</div>
		</Modal>
	);
};
